/** The slope of a straight line through the points and its standard error. */
export function straightLine(points: readonly { x: number; y: number }[]): { slope: number; error: number } {
	const mean = (of: 'x' | 'y'): number => points.reduce((so, point) => so + point[of], 0) / points.length;
	const [mx, my] = [mean('x'), mean('y')];
	const sxx = points.reduce((so, { x }) => so + (x - mx) ** 2, 0);
	const found = points.reduce((so, { x, y }) => so + (x - mx) * (y - my), 0) / sxx;
	const rest = points.reduce((so, { x, y }) => so + (y - my - found * (x - mx)) ** 2, 0);
	return { slope: found, error: Math.sqrt(rest / (points.length - 2) / sxx) };
}
