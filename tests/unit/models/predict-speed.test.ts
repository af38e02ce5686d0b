import { expect, test } from "vitest";
import { deviceSchema } from "../../../lib/models/device.ts";
import { predict, roughSeconds } from "../../../lib/models/predict-speed.ts";

const speed = { readWeightsPerSecond: 20e9, writeWeightsPerSecond: 4e9 };

test.each(deviceSchema.options)(
  "on %s a larger model or a slower device takes longer",
  (device) => {
    const times = (parameters: number, share: number) => {
      const { readWeightsPerSecond, writeWeightsPerSecond } = speed;
      return predict(parameters, device, {
        readWeightsPerSecond: readWeightsPerSecond * share,
        writeWeightsPerSecond: writeWeightsPerSecond * share,
      });
    };
    const [base, larger, slower] = [times(100e6, 1), times(400e6, 1), times(100e6, 0.5)];
    for (const one of [larger, slower]) {
      expect(one.firstWordSeconds).toBeGreaterThan(base.firstWordSeconds);
      expect(one.secondsPer100Words).toBeGreaterThan(base.secondsPer100Words);
    }
  },
);

test.each([
  [0.02, 1],
  [1.4, 1],
  [7.6, 8],
  [17.2, 15],
  [23, 25],
  [44, 40],
  [119, 120],
  [200, 180],
])("%s seconds are told as about %s", (seconds, told) => {
  expect(roughSeconds(seconds)).toBe(told);
});
