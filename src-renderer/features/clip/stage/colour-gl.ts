import { type ColourLook, composedTable } from '#shared/clip/render/colour-table.ts';

export type ColourSource = HTMLVideoElement | HTMLImageElement | HTMLCanvasElement;

/** px of a picture; nothing while it is loaded. */
export function sizeOfSource(source: ColourSource): { width: number; height: number } {
  if (source instanceof HTMLVideoElement) {
    const there = source.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    return there ? { width: source.videoWidth, height: source.videoHeight } : { width: 0, height: 0 };
  }
  if (source instanceof HTMLCanvasElement) return { width: source.width, height: source.height };
  return { width: source.naturalWidth, height: source.naturalHeight };
}

/** Draws a picture through its looks: a table of colours on the graphics card. */
export interface ColourPainter {
  readonly canvas: HTMLCanvasElement;
  /** Longest side is bounded: this is a preview. */
  draw(source: ColourSource, look: ColourLook, tokens: Readonly<Record<string, string>>): void;
  close(): void;
}

/** px of the longest side of a picture that is drawn through a table. */
const longest = 1280;

const vertex = `#version 300 es
in vec2 place; out vec2 at;
void main() { at = vec2(place.x, 1.0 - place.y); gl_Position = vec4(place * 2.0 - 1.0, 0.0, 1.0); }`;

const fragment = `#version 300 es
precision highp float; precision highp sampler3D;
uniform sampler2D picture; uniform sampler3D table; uniform float side; in vec2 at; out vec4 colour;
void main() {
  vec4 from = texture(picture, at);
  colour = vec4(texture(table, from.rgb * ((side - 1.0) / side) + 0.5 / side).rgb * from.a, from.a);
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
  const gl = canvas.getContext('webgl2', { antialias: false, preserveDrawingBuffer: true });
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
  let baked: (ColourLook & { tokens: object }) | null = null;
  return {
    canvas,
    draw(source, look, tokens) {
      const size = sizeOfSource(source);
      if (size.width === 0) return;
      const scale = Math.min(1, longest / Math.max(size.width, size.height));
      const width = Math.max(1, Math.round(size.width * scale));
      const height = Math.max(1, Math.round(size.height * scale));
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        gl.viewport(0, 0, width, height);
      }
      const { adjustments, table } = look;
      if (baked?.adjustments !== adjustments || baked.table !== table || baked.tokens !== tokens) {
        gl.activeTexture(gl.TEXTURE1);
        const { side, bytes } = composedTable(look, tokens);
        gl.uniform1f(gl.getUniformLocation(program, 'side'), side);
        gl.texImage3D(gl.TEXTURE_3D, 0, gl.RGBA8, side, side, side, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
        baked = { adjustments, table, tokens };
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
