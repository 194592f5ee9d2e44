#!/bin/sh
# Renders scripts or projects as a job array of Slurm, one part for each task:
#     sbatch --array=1-8 slurm.sh WORK FILE… [options of parley render]
# WORK is a folder that all nodes share. Afterwards, once, the same files and options with --merge: see docs/cluster.md.
#SBATCH --job-name=parley
#SBATCH --array=1-4
#SBATCH --cpus-per-task=4
#SBATCH --requeue
#SBATCH --open-mode=append
set -eu
if [ $# -lt 2 ] || [ -z "${SLURM_ARRAY_TASK_ID:-}" ]; then
    echo "Usage: sbatch --array=1-8 $0 WORK FILE… [options]" >&2
    exit 2
fi
work=$1
shift
part=$(((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN) / ${SLURM_ARRAY_TASK_STEP:-1} + 1))
# In place of the shell, so that Slurm's signals reach Parley: it gives up its unit at once, and another part takes it.
exec "${PARLEY:-parley}" render "$@" --work "$work" --part "$part/$SLURM_ARRAY_TASK_COUNT" --threads "${SLURM_CPUS_PER_TASK:-0}"
