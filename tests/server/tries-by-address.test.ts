import { addressBlock, triesByAddress } from "@beizeng/server/accounts/tries-by-address.ts";
import { expect, test } from "vitest";

test.each([
  ["10.0.0.1", "10.0.0.1"],
  ["::ffff:10.0.0.1", "10.0.0.1"],
  ["2001:DB8:0:1:aaaa:bbbb:cccc:dddd", "2001:db8:0:1::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:1::2:3", "2001:db8:1:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s counts as %s", (address, block) => {
  expect(addressBlock(address)).toBe(block);
});

test("ten thousand addresses are kept in mind, those tried last", () => {
  const tries = triesByAddress();
  const fill = (address: string) => {
    for (let time = 0; time < 30; time += 1) tries.begin(address, time);
  };
  const waits = (address: string) => "waitSeconds" in tries.begin(address, 100);
  fill("first");
  for (let place = 0; place < 9999; place += 1) tries.begin(`other${place}`, 50);
  expect(waits("first")).toBe(true);
  for (let place = 0; place < 10_000; place += 1) tries.begin(`another${place}`, 60);
  expect(waits("first")).toBe(false);
});
