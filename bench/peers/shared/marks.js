// What the charts of all peers show alike: colours, and words on an indicator.

export const ACTUAL = { name: "2020年完成", colour: "#1b6ca8" };
export const PLAN = { name: "2021年计划", colour: "#c2541b" };
export const BARS = { name: "项目数", colour: "#1b6ca8" };

// What is drawn of the indicators: each side that is a number, with both sides in words.
export function sides(indicators) {
  return indicators.flatMap(({ name, unit, actual, plan }) => {
    const words = (value) => (typeof value === "number" ? `${value} ${unit}` : value.replace("—", "未列"));
    const told = `${ACTUAL.name}：${words(actual)}；${PLAN.name}：${words(plan)}`;
    return [
      { side: ACTUAL.name, value: actual },
      { side: PLAN.name, value: plan },
    ]
      .filter(({ value }) => typeof value === "number")
      .map((side) => ({ ...side, indicator: `${name}（${unit}）`, told }));
  });
}
