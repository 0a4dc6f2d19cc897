/** The cells of a CSV text as RFC 4180 has them, without a byte order mark. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, isQuoted] = ["", false];
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let place = text.startsWith("\uFEFF") ? 1 : 0; place < text.length; place += 1) {
    const letter = text[place] ?? "";
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ",") end();
    else if (letter === "\r" && text[place + 1] === "\n") {
      end();
      rows.push([]);
      place += 1;
    } else cell += letter;
  }
  if (cell === "" && rows.at(-1)?.length === 0) rows.pop();
  else end();
  return rows;
}
