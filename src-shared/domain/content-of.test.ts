import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentsOf, contentOf, withAttachments } from './content-of.ts';
import type { Attachment, Overrides, Post, Target } from './post.ts';
import { inheritAgain, isOwn, ownFields, toBase, toTarget, variantFields } from './variant-fields.ts';

const attachment = (id: string, change: Partial<Attachment> = {}): Attachment => ({
  id,
  kind: 'asset',
  refId: `asset-${id}`,
  alt: `alt of ${id}`,
  crop: null,
  trim: null,
  coverAt: null,
  ...change,
});

const post = {
  title: 'Title',
  body: 'Text',
  document: { root: 'base' },
  hashtags: ['one'],
  link: 'https://example.com',
  firstComment: 'first',
  attachments: [attachment('a'), attachment('b'), attachment('c')],
} as Post;

const target = (overrides: Overrides): Target =>
  ({ id: 't', format: 'x/post', accountId: null, overrides }) as Target;

const crop = { x: 0, y: 0.25, width: 1, height: 0.5 };

describe('attachments of a target', () => {
  it('inherits them as they are', () => {
    expect(attachmentsOf(post, null)).toBe(post.attachments);
    expect(attachmentsOf(post, target({}))).toBe(post.attachments);
  });

  it('changes one part of one of them and inherits the rest', () => {
    const shown = attachmentsOf(post, target({ attachmentChanges: { b: { alt: 'own', crop } } }));
    expect(shown.map(({ alt }) => alt)).toEqual(['alt of a', 'own', 'alt of c']);
    expect(shown[1]).toMatchObject({ crop, trim: null, refId: 'asset-b' });
  });

  it('puts named ones first and follows with those that came later', () => {
    const shown = attachmentsOf(post, target({ attachmentOrder: ['c', 'gone', 'c'] }));
    expect(shown.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('keeps a list of its own whatever the changes say', () => {
    const own = [attachment('z')];
    expect(attachmentsOf(post, target({ attachments: own, attachmentOrder: ['a'] }))).toBe(own);
  });
});

describe('what a target overrides', () => {
  it('is nothing when it shows what the post has', () => {
    expect(withAttachments(post, { title: 'own' }, post.attachments)).toEqual({ title: 'own' });
  });

  it('is a list of its own as soon as one is missing or new', () => {
    expect(withAttachments(post, {}, post.attachments.slice(1)).attachments).toHaveLength(2);
    const more = [...post.attachments, attachment('d')];
    expect(withAttachments(post, {}, more)).toEqual({ attachments: more });
  });

  const variant = fc.record({
    alt: fc.constantFrom('alt of a', 'alt of b', 'alt of c', 'other', ''),
    crop: fc.constantFrom(null, crop),
    trim: fc.constantFrom(null, { from: 1, to: 2 }),
    coverAt: fc.constantFrom(null, 0, 3),
  });
  const shownList = fc
    .shuffledSubarray(post.attachments)
    .chain((list) =>
      fc
        .tuple(fc.array(variant, { minLength: 3, maxLength: 3 }), fc.boolean())
        .map(([changes, extra]) => [
          ...list.map((each, at) => ({ ...each, ...changes[at] })),
          ...(extra ? [attachment('new')] : []),
        ]),
    );

  it('shows exactly what was set, whatever that was', () => {
    fc.assert(
      fc.property(shownList, (shown) => {
        expect(attachmentsOf(post, target(withAttachments(post, {}, shown)))).toEqual(shown);
      }),
    );
  });

  it('inherits field by field without touching the others', () => {
    fc.assert(
      fc.property(shownList, fc.constantFrom(...variantFields), (shown, field) => {
        const before = withAttachments(
          post,
          {
            title: 'own',
            body: 'own',
            document: null,
            hashtags: [],
            thread: { numbering: 'slash', place: 'end' },
          },
          shown,
        );
        const after = inheritAgain(before, field);
        expect(isOwn(target(after), field)).toBe(false);
        const rest = ownFields(target(before)).filter((each) => each !== field);
        const attached = ['order', 'alt', 'cover', 'crop', 'trim'];
        const expected = field === 'attachments' ? rest.filter((each) => !attached.includes(each)) : rest;
        expect(ownFields(target(after))).toEqual(expected);
      }),
    );
  });

  it('goes to the base so that the target can inherit it there', () => {
    fc.assert(
      fc.property(shownList, fc.constantFrom(...variantFields), (shown, field) => {
        const own = target(withAttachments(post, { title: 'own', body: 'mine', document: null }, shown));
        if (field === 'thread' || !isOwn(own, field)) return;
        const next = { ...post, ...toBase(post, own, field) };
        const inheriting = target(inheritAgain(own.overrides, field));
        expect(contentOf(next, inheriting)).toEqual(contentOf(post, own));
        if (field === 'attachments') expect(attachmentsOf(next, inheriting)).toEqual(shown);
      }),
    );
  });

  it('goes to other targets as it is shown', () => {
    const from = target({ body: 'mine', document: { root: 'mine' }, attachmentChanges: { a: { alt: 'x' } } });
    const to = target({ title: 'theirs', attachmentOrder: ['c'] });
    expect(toTarget(post, from, to, 'body')).toEqual({
      title: 'theirs',
      attachmentOrder: ['c'],
      body: 'mine',
      document: { root: 'mine' },
    });
    const alt = target(toTarget(post, from, to, 'alt'));
    expect(attachmentsOf(post, alt).map((each) => each.alt)).toEqual(['alt of c', 'x', 'alt of b']);
    expect(toTarget(post, target({}), target({ link: 'https://own.example' }), 'link')).toEqual({});
  });
});
