using System;

namespace GenNet;

/// <summary>Where and how often a fit writes a checkpoint, from which <see cref="FitOptions{T}.ResumeFrom"/> continues it.</summary>
public sealed class CheckpointOptions
{
    private readonly string _path = "";
    private readonly int _everyEpochs = 1;

    /// <summary>
    /// The file, which is replaced as a whole: whoever kills the process finds the old checkpoint or the new one. Where the path contains
    /// <c>{epoch}</c>, the number of the epoch takes its place and all checkpoints are kept. The directory must exist. The file is a
    /// safetensors file of the network too, that its Load reads.
    /// </summary>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public required string Path
    {
        get => _path;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Path));
            _path = value;
        }
    }

    /// <summary>The epochs from one checkpoint to the next, 1 by default; the last epoch of a fit gets one in any case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int EveryEpochs
    {
        get => _everyEpochs;
        init => _everyEpochs = ScheduleSettings.Count(value, 1, nameof(EveryEpochs));
    }
}
