/* Where backups of the databases go and how long each is kept, named where the kit is started. */
import { z } from 'zod';

export const backupSettings = {
	BACKUP_DIR: z.string().optional(),
	BACKUP_DAYS: z
		.string()
		.default('7')
		.refine((text) => /^\d{1,2}$/.test(text) && Number(text) <= 30, {
			error: 'BACKUP_DAYS must be a whole number from 0 to 30; 0 makes no backups.'
		})
		.transform(Number)
};

export const describeBackupSettings = [
	{
		name: 'BACKUP_DIR',
		default: 'DATA_DIR/backups',
		meaning: 'The folder for the daily backups of the databases; the keys are never among them.'
	},
	{
		name: 'BACKUP_DAYS',
		default: '7',
		meaning: 'How many days a backup is kept, 0 to 30; 0 makes none. After an erasure older ones are deleted at once.'
	}
] as const;
