import { z } from 'zod';

/** A colour as it is authored: hex (#rgb, #rrggbb, #rrggbbaa) or a brand token such as `token:accent`. */
export const colourSchema = z
  .string()
  .regex(
    /^(#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|token:[a-z0-9-]+)$/,
    'a hex colour or token:name',
  );
export type Colour = z.infer<typeof colourSchema>;

/** What tokens mean while no brand says otherwise: Galley's own ink, paper and vermilion. */
export const defaultTokens: Readonly<Record<string, string>> = {
  ink: '#1b2430',
  paper: '#f6f1e7',
  accent: '#d9432f',
};

/** The hex value of a colour; an unknown token falls to ink, so that nothing disappears. */
export function resolveColour(colour: Colour, tokens: Readonly<Record<string, string>>): string {
  if (!colour.startsWith('token:')) return colour;
  const name = colour.slice('token:'.length);
  // Names such as `constructor` are also on every plain object.
  if (Object.hasOwn(tokens, name)) return tokens[name] ?? '#1b2430';
  return Object.hasOwn(defaultTokens, name) ? (defaultTokens[name] ?? '#1b2430') : '#1b2430';
}
