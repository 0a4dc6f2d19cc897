/** Reckons the few forms of formula that a briefing's sheets have, as a spreadsheet does; any other throws. */
export function reckoned(formula: string, numberAt: (place: string) => number): number {
  const round = /^ROUND\((.*),(\d+)\)$/.exec(formula);
  if (round) {
    const [, inner = "", places = ""] = round;
    const value = reckoned(inner, numberAt);
    const scale = 10 ** Number(places);
    return (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toPrecision(12)))) / scale;
  }
  const sum = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula);
  if (sum) {
    const [, column = "", first = "", , last = ""] = sum;
    let total = 0;
    for (let row = Number(first); row <= Number(last); row += 1) total += numberAt(`${column}${row}`);
    return total;
  }
  const places = formula.match(/[A-Z]+\d+/g)?.map(numberAt) ?? [];
  const [one = Number.NaN, two = Number.NaN, three = Number.NaN, four = Number.NaN] = places;
  const form = formula.replaceAll(/[A-Z]+\d+/g, "x");
  if (form === "x/x") return one / two;
  if (form === "x-x") return one - two;
  if (form === "(x-x)/(x-x)") return (one - two) / (three - four);
  throw new Error(`a formula of another form: ${formula}`);
}
