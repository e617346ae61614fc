import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidences } from '#shared/platforms/rule-pack.ts';
import { cleanRules, type CleanRuleId } from './rules.ts';
import { simulate } from './clean.ts';

/** For every rule one piece of HTML that it changes, what stays, and one that it leaves alone. */
const cases: Record<CleanRuleId, { from: string; to: string; leaves: string }> = {
  script: {
    from: '<p onclick="x()">a<script>x()</script></p>',
    to: '<p>a</p>',
    leaves: '<p>script</p>',
  },
  'foreign-picture': {
    from: '<p>a<img src="https://example.com/a.png" alt="b"></p>',
    to: '<p>a</p>',
    leaves: '<p><img src="https://mmbiz.qpic.cn/x/640" alt="b"></p>',
  },
  'picture-type': {
    from: '<p>a<img src="data:image/svg+xml;base64,AAAA"></p>',
    to: '<p>a</p>',
    leaves: '<p><img src="data:image/png;base64,AAAA"></p>',
  },
  'foreign-link': {
    from: '<p><a href="https://example.com" style="color:red">a</a></p>',
    to: '<p><span style="color:red">a</span></p>',
    leaves: '<p><a href="https://mp.weixin.qq.com/s/abc">a</a></p>',
  },
  frame: {
    from: '<p>a</p><iframe src="https://example.com"></iframe>',
    to: '<p>a</p>',
    leaves: '<p>iframe</p>',
  },
  stylesheet: {
    from: '<style>p{color:red}</style><p>a</p>',
    to: '<p>a</p>',
    leaves: '<p style="color:red">a</p>',
  },
  tag: { from: '<p><font color="red">a</font></p>', to: '<p>a</p>', leaves: '<p><em>a</em></p>' },
  block: {
    from: '<div style="color:red">a</div>',
    to: '<section style="color:red">a</section>',
    leaves: '<section>a</section>',
  },
  attribute: {
    from: '<p class="x" id="y" data-z="1">a</p>',
    to: '<p>a</p>',
    leaves: '<ol start="3"><li>a</li></ol>',
  },
  position: {
    from: '<p style="position:absolute;top:2px;color:red">a</p>',
    to: '<p style="color:red">a</p>',
    leaves: '<p style="vertical-align:top">a</p>',
  },
  float: { from: '<p style="float:left">a</p>', to: '<p>a</p>', leaves: '<p style="display:flex">a</p>' },
  'negative-margin': {
    from: '<p style="margin:0 -4px">a</p>',
    to: '<p>a</p>',
    leaves: '<p style="margin:0 4px;text-indent:-2em">a</p>',
  },
  animation: {
    from: '<p style="animation:x 1s">a</p>',
    to: '<p>a</p>',
    leaves: '<p style="color:red">a</p>',
  },
  variable: {
    from: '<p style="--a:1px;color:var(--b)">a</p>',
    to: '<p>a</p>',
    leaves: '<p style="color:#111111">a</p>',
  },
  transform: {
    from: '<p style="transform:translate(-50%,0)">a</p>',
    to: '<p>a</p>',
    leaves: '<p style="transform:rotate(45deg)">a</p>',
  },
  'foreign-background': {
    from: '<p style="background:url(https://example.com/a;b.png) red">a</p>',
    to: '<p>a</p>',
    leaves: '<p style="background-image:url(https://mmbiz.qpic.cn/x/640)">a</p>',
  },
  font: {
    from: '<p style="font-family:Arial">a</p>',
    to: '<p>a</p>',
    leaves: '<p style="font-size:15px">a</p>',
  },
  spaces: { from: '<p>a   b</p>', to: '<p>a b</p>', leaves: '<p>a&nbsp;&nbsp;b</p>' },
  empty: { from: '<p>a</p><section style="height:2px"></section>', to: '<p>a</p>', leaves: '<p><br></p>' },
};

describe.each(Object.keys(cleanRules) as CleanRuleId[])('%s', (id) => {
  const rule = cleanRules[id];
  test('takes out what it says and nothing else', () => {
    const { html, lost } = simulate(cases[id].from);
    expect(html).toBe(cases[id].to);
    expect(lost.map((loss) => loss.rule)).toContain(id);
    expect(simulate(cases[id].leaves)).toEqual({ html: cases[id].leaves, lost: [] });
  });
  test('says why in both languages and how sure that is', () => {
    expect(rule.what.zh).toMatch(/\p{Script=Han}/u);
    expect(rule.why.zh).toMatch(/\p{Script=Han}/u);
    expect(rule.why.en).toMatch(/\.$/);
    expect(confidences).toContain(rule.confidence);
    // What nobody could be found to say is marked as remembered, and only that.
    expect(rule.source === '').toBe(rule.confidence === 'remembered');
  });
});

test('losses are counted and told with the words beside them', () => {
  const { lost } = simulate(
    '<p class="a">one</p><p class="b">two</p><p><a href="https://a.example/x">first</a> <a href="https://b.example">second</a></p>',
  );
  expect(lost).toEqual([
    { rule: 'attribute', detail: 'class', count: 2, where: 'one' },
    { rule: 'foreign-link', detail: 'https://a.example/x', count: 1, where: 'first', fix: 'footnotes' },
    { rule: 'foreign-link', detail: 'https://b.example', count: 1, where: 'second', fix: 'footnotes' },
  ]);
});

const tags = [
  'p',
  'div',
  'section',
  'span',
  'a',
  'b',
  'table',
  'tr',
  'td',
  'caption',
  'li',
  'ul',
  'pre',
  'svg',
  'marquee',
  'button',
  'h2',
  'select',
  'template',
  'form',
  'xmp',
  'foreignObject',
  'font',
  'math',
  'mi',
  'col',
];
const piece = fc.oneof(
  fc.constantFrom(...tags).map((tag) => `<${tag}>`),
  fc.constantFrom(...tags).map((tag) => `</${tag}>`),
  fc.constantFrom(
    ' ',
    '\n',
    'x',
    '  y  ',
    '<!-- c -->',
    '<br>',
    '<img src="data:image/png;base64,AA==">',
    '<a href="https://mp.weixin.qq.com/s/1">',
    '<p style="margin:-1px;color:red;position:fixed">',
    '&nbsp;',
    '&lt;',
    '<td style="a:url(x)">',
  ),
  fc.string({ maxLength: 6 }),
);

test('cleaning what is clean changes nothing, whatever the HTML', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const once = simulate(pieces.join(''));
      expect(simulate(once.html).html).toBe(once.html);
      expect(simulate(once.html).lost).toEqual([]);
      const marks = once.html.match(/<[^>]*>/g)?.join('') ?? '';
      expect(marks).not.toMatch(/<script|<iframe|\son\w+=|javascript:|position:/i);
    }),
    { numRuns: 400 },
  );
});

test('very deep and very long HTML is cleaned too', () => {
  const deep = simulate(`${'<section>'.repeat(20_000)}x${'</section>'.repeat(20_000)}`);
  expect(deep.html).toContain('x');
  expect(simulate(deep.html).html).toBe(deep.html);
  const long = simulate('<p class="a">word</p>'.repeat(20_000));
  expect(long.lost).toEqual([{ rule: 'attribute', detail: 'class', count: 20_000, where: 'word' }]);
});
