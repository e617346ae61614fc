import {
  $createParagraphNode,
  $isElementNode,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
  type NodeKey,
  type RangeSelection,
  type SerializedElementNode,
  type Spread,
} from 'lexical';
import { type CalloutTone, calloutTones } from '#shared/rich/blocks.ts';

export type SerializedCallout = Spread<{ tone: CalloutTone }, SerializedElementNode>;

function toneOf(value: unknown): CalloutTone {
  return calloutTones.find((tone) => tone === value) ?? 'note';
}

/** Words set apart from the running text: a note, a tip or a warning. Holds inline nodes. */
export class CalloutNode extends ElementNode {
  __tone: CalloutTone;

  static override getType(): string {
    return 'callout';
  }
  static override clone(node: CalloutNode): CalloutNode {
    return new CalloutNode(node.__tone, node.__key);
  }
  static override importJSON(serialized: SerializedCallout): CalloutNode {
    return $createCalloutNode(toneOf(serialized.tone)).updateFromJSON(serialized);
  }
  constructor(tone: CalloutTone = 'note', key?: NodeKey) {
    super(key);
    this.__tone = tone;
  }
  override exportJSON(): SerializedCallout {
    return { ...super.exportJSON(), tone: this.getTone() };
  }
  override createDOM(config: EditorConfig): HTMLElement {
    const element = document.createElement('div');
    element.className = String(config.theme['callout'] ?? '');
    element.dataset['tone'] = this.__tone;
    element.setAttribute('role', 'note');
    return element;
  }
  override updateDOM(before: this, element: HTMLElement): boolean {
    if (before.__tone !== this.__tone) element.dataset['tone'] = this.__tone;
    return false;
  }
  getTone(): CalloutTone {
    return this.getLatest().__tone;
  }
  setTone(tone: CalloutTone): this {
    const self = this.getWritable();
    self.__tone = tone;
    return self;
  }
  override insertNewAfter(_selection: RangeSelection, restore = true): LexicalNode {
    const next = $createParagraphNode();
    this.insertAfter(next, restore);
    return next;
  }
  override collapseAtStart(): true {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    this.replace(paragraph);
    return true;
  }
}

export function $createCalloutNode(tone: CalloutTone): CalloutNode {
  return new CalloutNode(tone);
}

export function $isCalloutNode(node: LexicalNode | null | undefined): node is CalloutNode {
  return $isElementNode(node) && node.getType() === 'callout';
}
