import type { Day } from '../../domain/calendar-days.ts';

/**
 * Solar terms and new moons from the sky, after Jean Meeus, Astronomical Algorithms (2nd edition), chapters 25 (apparent
 * longitude of the sun, low accuracy, 0.01°: a quarter of an hour) and 49 (new moons, main terms: some minutes). Only to
 * test against: it shares nothing with the library that the studio uses.
 */
const radians = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * radians);

/** Seconds by which dynamical time is ahead of universal time about 2024 to 2035. */
const aheadSeconds = 70;
const unixOfJulian = (julian: number): number => (julian - 2_440_587.5) * 86_400_000 - aheadSeconds * 1000;
const julianOfUnix = (milliseconds: number): number =>
  (milliseconds + aheadSeconds * 1000) / 86_400_000 + 2_440_587.5;

/** Apparent longitude of the sun in degrees, 0 to 360. */
function sunLongitude(julian: number): number {
  const t = (julian - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t;
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const longitude = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((longitude % 360) + 360) % 360;
}

/** When the sun stands at `longitude` degrees, near `guess`; milliseconds since 1970. */
export function solarTermAt(longitude: number, guess: number): number {
  let julian = julianOfUnix(guess);
  for (let step = 0; step < 8; step += 1) {
    const off = ((longitude - sunLongitude(julian) + 540) % 360) - 180;
    julian += off * (365.2422 / 360);
  }
  return unixOfJulian(julian);
}

/** The new moon of number `k` (0: that of 6 January 2000); milliseconds since 1970. */
export function newMoon(k: number): number {
  const t = k / 1236.85;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
  const terms: [number, number][] = [
    [-0.4072, moon],
    [0.17241 * e, sun],
    [0.01608, 2 * moon],
    [0.01039, 2 * latitude],
    [0.00739 * e, moon - sun],
    [-0.00514 * e, moon + sun],
    [0.00208 * e * e, 2 * sun],
    [-0.00111, moon - 2 * latitude],
    [-0.00057, moon + 2 * latitude],
    [0.00056 * e, 2 * moon + sun],
    [-0.00042, 3 * moon],
    [0.00042 * e, sun + 2 * latitude],
    [0.00038 * e, sun - 2 * latitude],
    [-0.00024 * e, 2 * moon - sun],
    [-0.00017, node],
    [-0.00007, moon + 2 * sun],
    [0.00004, 2 * moon - 2 * latitude],
    [0.00004, 3 * sun],
    [0.00003, moon + sun - 2 * latitude],
    [0.00003, 2 * moon + 2 * latitude],
    [0.00033, 299.77 + 0.107408 * k - 0.009173 * t * t],
    [0.00017, 251.88 + 0.016321 * k],
    [0.00016, 251.83 + 26.651886 * k],
    [0.00013, 349.42 + 36.412478 * k],
    [0.00011, 84.66 + 18.206239 * k],
  ];
  return unixOfJulian(mean + terms.reduce((sum, [size, angle]) => sum + size * sin(angle), 0));
}

/** The day by the clocks of China, always UTC+8 in these years. */
export function dayInChina(milliseconds: number): Day {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 10);
}
