/** Which dates a workspace shows until it says otherwise. */
export const defaultDateSettings = {
  countries: ['CN'],
  lunar: true,
  terms: true,
  festivals: true,
};
