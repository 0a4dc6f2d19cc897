/** A key that no other request has; also where the page is served without TLS, which has no randomUUID. */
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
