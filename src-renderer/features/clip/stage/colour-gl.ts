import type { Adjustments } from '#shared/design/images/adjustments.ts';
import { colourBytes, lutSide } from './colour-table.ts';

/** Draws a picture through its looks: a table of 33³ colours on the graphics card. */
export interface ColourPainter {
  readonly canvas: HTMLCanvasElement;
  /** Longest side is bounded: this is a preview. */
  draw(source: HTMLVideoElement, adjustments: Adjustments, tokens: Readonly<Record<string, string>>): void;
  close(): void;
}

/** px of the longest side of a picture that is drawn through a table. */
const longest = 1280;

const vertex = `#version 300 es
in vec2 place; out vec2 at;
void main() { at = vec2(place.x, 1.0 - place.y); gl_Position = vec4(place * 2.0 - 1.0, 0.0, 1.0); }`;

const fragment = `#version 300 es
precision highp float; precision highp sampler3D;
uniform sampler2D picture; uniform sampler3D table; in vec2 at; out vec4 colour;
const float side = ${lutSide}.0;
void main() {
  vec3 from = texture(picture, at).rgb;
  colour = vec4(texture(table, from * ((side - 1.0) / side) + 0.5 / side).rgb, 1.0);
}`;

function programOf(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}

/** null where there is no WebGL 2: the picture is shown without its looks then. */
export function createColourPainter(): ColourPainter | null {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, preserveDrawingBuffer: true });
  const program = gl ? programOf(gl) : null;
  if (!gl || !program) return null;
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.STATIC_DRAW);
  const place = gl.getAttribLocation(program, 'place');
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, 2, gl.FLOAT, false, 0, 0);
  gl.uniform1i(gl.getUniformLocation(program, 'picture'), 0);
  gl.uniform1i(gl.getUniformLocation(program, 'table'), 1);
  for (const [unit, kind] of [
    [gl.TEXTURE0, gl.TEXTURE_2D],
    [gl.TEXTURE1, gl.TEXTURE_3D],
  ] as const) {
    gl.activeTexture(unit);
    gl.bindTexture(kind, gl.createTexture());
    for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T, gl.TEXTURE_WRAP_R])
      gl.texParameteri(kind, side, gl.CLAMP_TO_EDGE);
    gl.texParameteri(kind, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(kind, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  }
  let baked: { adjustments: Adjustments; tokens: object } | null = null;
  return {
    canvas,
    draw(source, adjustments, tokens) {
      if (source.videoWidth === 0 || source.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
      const scale = Math.min(1, longest / Math.max(source.videoWidth, source.videoHeight));
      const width = Math.round(source.videoWidth * scale);
      const height = Math.round(source.videoHeight * scale);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        gl.viewport(0, 0, width, height);
      }
      if (baked?.adjustments !== adjustments || baked.tokens !== tokens) {
        gl.activeTexture(gl.TEXTURE1);
        const table = colourBytes(adjustments, tokens);
        gl.texImage3D(
          gl.TEXTURE_3D,
          0,
          gl.RGBA8,
          lutSide,
          lutSide,
          lutSide,
          0,
          gl.RGBA,
          gl.UNSIGNED_BYTE,
          table,
        );
        baked = { adjustments, tokens };
      }
      gl.activeTexture(gl.TEXTURE0);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, source);
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    },
    close() {
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}
