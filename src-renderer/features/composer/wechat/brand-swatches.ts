/** The brand's colours, each hex once. */
export function brandTokensList(tokens: Readonly<Record<string, string>>): { token: string; hex: string }[] {
  const found = new Map<string, string>();
  for (const [token, hex] of Object.entries(tokens)) {
    const plain = hex.toLowerCase();
    if (!found.has(plain)) found.set(plain, token);
  }
  return [...found].map(([hex, token]) => ({ token, hex }));
}
