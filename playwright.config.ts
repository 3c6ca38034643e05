import { defineConfig, devices } from '@playwright/test';
import { browserArguments, findBrowser } from './scripts/browser.ts';

// Each test starts a server of its own (production's entry, its own data folder), so there is no `webServer` here.
const browser = findBrowser();

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.e2e.ts',
	outputDir: 'test-results/e2e',
	workers: 1,
	retries: 0,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		...devices['Desktop Chrome'],
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		trace: 'retain-on-failure',
		launchOptions: { args: browserArguments(), ...(browser === null ? {} : { executablePath: browser }) }
	}
});
