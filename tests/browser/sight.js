// How many pixels of two pictures (PNG, base64) differ by a contrast of 3:1 or more.
async ([before, after]) => {
  const pixels = async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    canvas.drawImage(picture, 0, 0);
    return canvas.getImageData(0, 0, picture.width, picture.height).data;
  };
  const linear = (value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (data, at) => 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);

  const [first, second] = await Promise.all([pixels(before), pixels(after)]);
  let changed = 0;
  for (let at = 0; at < first.length; at += 4) {
    const [darker, lighter] = [luminance(first, at), luminance(second, at)].sort((one, other) => one - other);
    if ((lighter + 0.05) / (darker + 0.05) >= 3) changed += 1;
  }
  return changed;
}
