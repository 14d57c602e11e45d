// The peer on Chart.js: what this page uses of it is registered, as its guide says, so that the rest is left out.

import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import { ACTUAL, BARS, PLAN, sides } from "../shared/marks.js";
import { show } from "../shared/page.js";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
);
Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;

function chartIn(container, config) {
  const canvas = document.createElement("canvas");
  container.append(canvas);
  return new Chart(canvas, config);
}

// A label as long as there is room for beside the marks.
function shortened(label, { chart }) {
  const most = Math.max(8, Math.floor(chart.width / 36));
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}

const categories = (options) => ({
  type: "category",
  ticks: {
    autoSkip: false,
    callback(value) {
      return shortened(this.getLabelForValue(value), this);
    },
  },
  ...options,
});

function drawIndicators(container, indicators) {
  const marks = sides(indicators);
  const dataset = ({ name }, style) => ({
    label: name,
    data: marks.filter(({ side }) => side === name).map(({ indicator, value, told }) => ({ x: value, y: indicator, told })),
    ...style,
  });
  chartIn(container, {
    type: "scatter",
    data: {
      datasets: [
        dataset(ACTUAL, { backgroundColor: ACTUAL.colour, pointRadius: 4.5 }),
        dataset(PLAN, { borderColor: PLAN.colour, backgroundColor: "transparent", borderWidth: 2, pointRadius: 7 }),
      ],
    },
    options: {
      scales: {
        x: { type: "logarithmic", max: 10_000, ticks: { callback: (value) => (Math.log10(value) % 1 === 0 ? `${value}` : null) } },
        y: categories({ labels: [...new Set(marks.map(({ indicator }) => indicator))], offset: true }),
      },
      plugins: {
        legend: { align: "start", labels: { usePointStyle: true } },
        // Where a dot lies in a ring, both have the same to tell.
        tooltip: {
          filter: (_, index) => index === 0,
          callbacks: { title: ([{ raw }]) => raw.y, label: ({ raw }) => raw.told.split("；") },
        },
      },
    },
  });
}

function drawSectors(container, counts) {
  const values = (counts) => counts.map(({ projects }) => projects);
  const chart = chartIn(container, {
    type: "bar",
    data: {
      labels: counts.map(({ sector }) => sector),
      datasets: [{ label: BARS.name, data: values(counts), backgroundColor: BARS.colour }],
    },
    options: {
      indexAxis: "y",
      scales: { x: { ticks: { precision: 0 } }, y: categories({ grid: { display: false } }) },
      plugins: { legend: { display: false } },
    },
  });
  return (counts) => {
    chart.data.datasets[0].data = values(counts);
    chart.update();
  };
}

show({ drawIndicators, drawSectors });
