/**
 * New moons and the sun's longitude, after Meeus, Astronomical Algorithms (chapters 25 and 49): good to about a minute.
 * The lunar tables are checked against the sky and not only against Intl, whose moon is minutes late or early: it puts
 * 春节 2027 and 2030 on the wrong side of midnight.
 */

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** Terrestrial time runs ahead of UTC by about this much between 2020 and 2050. */
const DELTA_T_DAYS = 72 / 86_400;
const UNIX_EPOCH_JD = 2_440_587.5;

/** [factor, power of the orbit's eccentricity, multiples of M, M', F] */
// prettier-ignore
const MOON_TERMS: [number, number, number, number, number][] = [
  [-0.4072, 0, 0, 1, 0], [0.17241, 1, 1, 0, 0], [0.01608, 0, 0, 2, 0], [0.01039, 0, 0, 0, 2], [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0], [0.00208, 2, 2, 0, 0], [-0.00111, 0, 0, 1, -2], [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0], [-0.00042, 0, 0, 3, 0], [0.00042, 1, 1, 0, 2], [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0], [-0.00007, 0, 2, 1, 0], [0.00004, 0, 0, 2, -2], [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2], [0.00003, 0, 0, 2, 2], [-0.00003, 0, 1, 1, 2], [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2], [-0.00002, 0, 1, 3, 0], [0.00002, 0, 0, 4, 0],
];
/** [millionths of a day, angle at k = 0, degrees per moon] */
// prettier-ignore
const PLANET_TERMS: [number, number, number][] = [
  [325, 299.77, 0.107408], [165, 251.88, 0.016321], [164, 251.83, 26.651886], [126, 349.42, 36.412478],
  [110, 84.66, 18.206239], [62, 141.74, 53.303771], [60, 207.14, 2.453732], [56, 154.84, 7.30686],
  [47, 34.52, 27.261239], [42, 207.19, 0.121824], [40, 291.34, 1.844379], [37, 161.72, 24.198154],
  [35, 239.56, 25.513099], [23, 331.55, 3.592518],
];

/** The instant (ms, UTC) of the new moon nearest to an instant. */
export function newMoonNear(ms: number): number {
  const k = Math.round((ms / 86_400_000 + UNIX_EPOCH_JD - 2_451_550.09766) / 29.530588861);
  const t = k / 1236.85;
  const m = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const mm = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  let jd = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.00017 * sin(node);
  for (const [factor, power, i, j, l] of MOON_TERMS) jd += factor * e ** power * sin(i * m + j * mm + l * f);
  for (const [millionths, angle, perMoon] of PLANET_TERMS) jd += millionths * 1e-6 * sin(angle + perMoon * k);
  return (jd - DELTA_T_DAYS - UNIX_EPOCH_JD) * 86_400_000;
}

/** The sun's apparent longitude in degrees at an instant (ms, UTC). */
export function sunLongitude(ms: number): number {
  const t = (ms / 86_400_000 + UNIX_EPOCH_JD + DELTA_T_DAYS - 2_451_545) / 36_525;
  const m = 357.52911 + 35_999.05029 * t;
  const centre = (1.914602 - 0.004817 * t) * sin(m) + (0.019993 - 0.000101 * t) * sin(2 * m) + 0.000289 * sin(3 * m);
  const longitude = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((longitude % 360) + 360) % 360;
}
