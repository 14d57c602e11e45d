// How many projects a sector has. All sectors stay, in the order of how many they have unfiltered, so that no bar moves.

// For the projects of the page: how often each of their sectors is among those found.
export function countsBySector(projects) {
  const sectors = [...tally(projects)].sort(([, one], [, other]) => other - one).map(([sector]) => sector);
  return (found) => {
    const numbers = tally(found);
    return sectors.map((sector) => ({ sector, projects: numbers.get(sector) ?? 0 }));
  };
}

function tally(projects) {
  const numbers = new Map();
  for (const { sector } of projects) numbers.set(sector, (numbers.get(sector) ?? 0) + 1);
  return numbers;
}
