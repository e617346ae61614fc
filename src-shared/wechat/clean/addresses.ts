/** Hosts that WeChat keeps pictures of articles on. */
const ownPictures = /^https?:\/\/(mmbiz|mmecoa)\.(qpic|qlogo)\.cn\//i;
/** Pictures in the HTML itself, which the editor uploads when they are pasted. */
const inline = /^data:image\/(png|jpeg|jpg|gif|bmp);base64,[A-Za-z0-9+/=]+$/i;
/** A picture of the library, in HTML that has not left the studio yet. */
const ofLibrary = /^asset:[0-9a-zA-Z-]{1,64}$/;

/** True where the platform keeps or uploads the picture at an address. */
export function isKeptPicture(address: string): boolean {
  return ownPictures.test(address) || inline.test(address) || ofLibrary.test(address);
}

/** True for pictures that stand in the HTML but in a kind that is not taken (SVG, WebP …). */
export function isInlinePicture(address: string): boolean {
  return /^data:/i.test(address);
}

/** True for addresses that readers can tap: articles of the platform itself. */
export function isOwnLink(address: string): boolean {
  return /^https?:\/\/mp\.weixin\.qq\.com(\/[^\s"'<>]*)?$/i.test(address);
}
