import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, px, splitColour, transformOf } from '#shared/design/svg/markup.ts';
import { inverse, mapPoint, multiply } from '#shared/design/svg/matrix.ts';
import type { Matrix } from '#shared/design/svg/matrix.ts';
import { SvgRecorder } from '#shared/design/svg/recorder.ts';
import type { SvgHost } from '#shared/design/svg/recorder.ts';
import { readFont } from '#shared/design/svg/text-markup.ts';

const host: SvgHost = { embed: (_image, source) => ({ href: 'data:image/png;base64,AA==', region: source }) };

function drawing(draw: (recorder: SvgRecorder) => void): string {
  const recorder = new SvgRecorder(200, 100, host);
  draw(recorder);
  return recorder.document('A & B');
}

describe('numbers and names', () => {
  it('keeps two decimals and no minus zero', () => {
    expect([px(1.005), px(-0.001), px(3), px(Number.NaN)]).toEqual(['1', '0', '3', '0']);
  });

  it('splits alpha off a colour', () => {
    expect(splitColour('#ABC')).toEqual({ colour: '#aabbcc', alpha: 1 });
    expect(splitColour('#11223380').alpha).toBeCloseTo(0.5, 2);
    expect(splitColour('rgba(1, 2, 3, 0.25)')).toEqual({ colour: 'rgb(1,2,3)', alpha: 0.25 });
  });

  it('takes a font string apart', () => {
    expect(readFont('italic 700 48.5px "Noto Sans SC", Inter')).toEqual({
      families: ['Noto Sans SC', 'Inter'],
      weight: 700,
      italic: true,
      size: 48.5,
    });
  });

  it('escapes whatever text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot);)/);
        // oxlint-disable-next-line no-control-regex
        expect(escaped).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      }),
    );
  });

  it('inverts and multiplies maps', () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(value, value, value, value, value, value), value, value, (matrix, x, y) => {
        const map: Matrix = matrix;
        const back = inverse(map);
        fc.pre(back !== null && Math.abs(map[0] * map[3] - map[1] * map[2]) > 0.1);
        const [u, v] = mapPoint(multiply(back ?? map, map), x, y);
        expect(u).toBeCloseTo(x, 5);
        expect(v).toBeCloseTo(y, 5);
      }),
    );
    expect(transformOf([1, 0, 0, 1, 5, -2])).toBe('translate(5 -2)');
  });
});

describe('what is drawn', () => {
  it('writes plain shapes as their own elements', () => {
    const svg = drawing((canvas) => {
      canvas.fillStyle = '#ff0000';
      canvas.save();
      canvas.translate(10, 20);
      canvas.beginPath();
      canvas.rect(0, 0, 30, 40);
      canvas.fill();
      canvas.restore();
      canvas.globalAlpha = 0.5;
      canvas.beginPath();
      canvas.ellipse(50, 50, 20, 10, 0, 0, Math.PI * 2);
      canvas.fill();
    });
    expect(svg).toContain(
      '<rect transform="translate(10 20)" x="0" y="0" width="30" height="40" fill="#ff0000"/>',
    );
    expect(svg).toContain('<ellipse opacity="0.5" cx="50" cy="50" rx="20" ry="10" fill="#ff0000"/>');
    expect(svg).toContain('<title>A &amp; B</title>');
  });

  it('brings a path along when the transformation changes under it', () => {
    const svg = drawing((canvas) => {
      canvas.beginPath();
      canvas.moveTo(0, 0);
      canvas.lineTo(100, 0);
      canvas.scale(2, 2);
      canvas.lineTo(50, 50);
      canvas.fill();
    });
    expect(svg).toContain('d="M0 0L50 0L50 50"');
  });

  it('keeps text as text, escaped, with its looks', () => {
    const svg = drawing((canvas) => {
      canvas.font = '700 32px "Noto Sans SC", "Inter"';
      canvas.lang = 'zh-Hans';
      canvas.letterSpacing = '1.5px';
      canvas.fillStyle = '#01020380';
      canvas.fillText('满 <199> & “减”', 5, 40);
    });
    expect(svg).toContain(
      '<text x="5" y="40" font-family="\'Noto Sans SC\', Inter" font-size="32" font-weight="700" letter-spacing="1.5" xml:lang="zh-Hans" fill="#010203" fill-opacity="0.502">满 &lt;199&gt; &amp; “减”</text>',
    );
  });

  it('nests clips and shares what is the same', () => {
    const svg = drawing((canvas) => {
      for (let times = 0; times < 2; times += 1) {
        canvas.save();
        canvas.beginPath();
        canvas.rect(0, 0, 50, 50);
        canvas.clip();
        canvas.beginPath();
        canvas.rect(10, 10, 50, 50);
        canvas.clip();
        canvas.drawImage({}, 0, 0, 4, 4, 0, 0, 60, 60);
        canvas.restore();
      }
    });
    expect(svg.match(/<clipPath/g)).toHaveLength(2);
    expect(svg).toMatch(/<clipPath id="c2" clip-path="url\(#c1\)">/);
    expect(svg.match(/<image /g)).toHaveLength(1);
    expect(svg.match(/<use /g)).toHaveLength(2);
  });

  it('draws a sheet as a group with blending, shadow and a mask', () => {
    const svg = drawing((canvas) => {
      const sheet = canvas.surface(100, 100);
      sheet.context.fillStyle = '#00ff00';
      sheet.context.fillRect(0, 0, 100, 100);
      sheet.context.globalCompositeOperation = 'destination-in';
      sheet.context.fillRect(20, 20, 10, 10);
      canvas.globalCompositeOperation = 'multiply';
      canvas.shadowColor = '#00000080';
      canvas.shadowBlur = 8;
      canvas.drawImage(sheet.image, 0, 0, 100, 100, 10, 10, 50, 50);
    });
    expect(svg).toContain('mix-blend-mode:multiply');
    expect(svg).toContain('<feDropShadow dx="0" dy="0" stdDeviation="4"');
    expect(svg).toMatch(/<g mask="url\(#m\d+\)">/);
    expect(svg).toContain('transform="matrix(0.5 0 0 0.5 10 10)"');
  });

  it('refers to nothing outside of the file', () => {
    const svg = drawing((canvas) => {
      const gradient = canvas.createLinearGradient(0, 0, 100, 0);
      gradient.addColorStop(0, '#ff0000');
      gradient.addColorStop(1, '#0000ff00');
      canvas.fillStyle = gradient;
      canvas.fillRect(0, 0, 100, 100);
      canvas.fillText('<script>https://example.org</script>', 0, 0);
    });
    expect(svg).toContain('stop-opacity="0"');
    expect(svg).not.toMatch(/<script|href="(?!#|data:)/);
  });
});
