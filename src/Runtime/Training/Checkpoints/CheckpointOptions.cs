using System;
using System.IO;

namespace GenNet;

/// <summary>Where and how often a fit writes a checkpoint, from which <see cref="FitOptions{T}.ResumeFrom"/> continues it.</summary>
public sealed class CheckpointOptions
{
    private const string EpochPlace = "{epoch}";

    private readonly string _path = "";
    private readonly int _everyEpochs = 1;

    /// <summary>
    /// The file, which is replaced as a whole: whoever kills the process finds the old checkpoint or the new one. Where the path contains
    /// <c>{epoch}</c>, the number of the epoch takes its place and all checkpoints are kept. The directory must exist: a fit looks for it before its first epoch. The file is a
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

    /// <summary>Whether checkpoints can be written, before hours have gone into what they are to keep.</summary>
    /// <exception cref="IOException">They cannot: the folder is missing, or the path means something else than a file.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    internal void CheckPlace()
    {
        // A folder that has the epoch in its name may be created while the fit runs; those above may not.
        string file = Path;
        while (System.IO.Path.GetDirectoryName(file) is { } folder && folder.Contains(EpochPlace, StringComparison.Ordinal))
            file = folder;
        if (file == Path)
            AtomicFile.Check(Path);
        else
            FileTarget.RequireFolderOf(file);
    }
}
