import {
  DecoratorNode,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical';
import { lazy, type ReactNode } from 'react';
import { type ImageBlock, type ImageWidth, imageWidths } from '#shared/rich/blocks.ts';

/** What a picture in the text says and shows. */
export type ImageFacts = Omit<ImageBlock, 'kind'>;
export type SerializedImage = Spread<ImageFacts, SerializedLexicalNode>;

// Drawn only in a window; reading Markdown needs the node alone.
const ImageView = lazy(() => import('../images/image-view.tsx'));

function textOr<T>(value: unknown, other: T): string | T {
  return typeof value === 'string' ? value : other;
}

/** A picture that stands between two blocks of the text: of the library, or known by its address alone. */
export class ImageNode extends DecoratorNode<ReactNode> {
  __facts: ImageFacts;

  static override getType(): string {
    return 'image';
  }
  static override clone(node: ImageNode): ImageNode {
    return new ImageNode(node.__facts, node.__key);
  }
  static override importJSON(serialized: SerializedImage): ImageNode {
    const width: ImageWidth = imageWidths.find((each) => each === serialized.width) ?? 'full';
    return $createImageNode({
      assetId: textOr(serialized.assetId, null),
      url: textOr(serialized.url, null),
      alt: textOr(serialized.alt, ''),
      caption: textOr(serialized.caption, ''),
      width,
    });
  }
  constructor(
    facts: ImageFacts = { assetId: null, url: null, alt: '', caption: '', width: 'full' },
    key?: NodeKey,
  ) {
    super(key);
    this.__facts = facts;
  }
  override exportJSON(): SerializedImage {
    return { ...super.exportJSON(), type: 'image', version: 1, ...this.getFacts() };
  }
  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.dataset['width'] = this.__facts.width;
    element.dataset['picture'] = '';
    return element;
  }
  override updateDOM(before: this, element: HTMLElement): boolean {
    if (before.__facts.width !== this.__facts.width) element.dataset['width'] = this.__facts.width;
    return false;
  }
  override isInline(): false {
    return false;
  }
  override isIsolated(): boolean {
    return true;
  }
  override getTextContent(): string {
    return '';
  }
  getFacts(): ImageFacts {
    return this.getLatest().__facts;
  }
  setFacts(change: Partial<ImageFacts>): this {
    const self = this.getWritable();
    self.__facts = { ...self.__facts, ...change };
    return self;
  }
  override decorate(): ReactNode {
    return <ImageView nodeKey={this.__key} facts={this.__facts} />;
  }
}

export function $createImageNode(facts: ImageFacts): ImageNode {
  return new ImageNode(facts);
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}
