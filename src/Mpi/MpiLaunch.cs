using System;
using System.Globalization;

namespace GenNet;

/// <summary>How the process was started, as its environment says.</summary>
/// <param name="Size">The number of ranks; 1 where none is said.</param>
/// <param name="Family">The MPI whose mpirun it was; null where that cannot be told.</param>
internal readonly record struct MpiLaunch(int Size, string? Family)
{
    /// <summary>That of this process.</summary>
    /// <param name="environment">The value of a variable, or null.</param>
    public static MpiLaunch Of(Func<string, string?> environment)
    {
        // MPICH's and Intel's say PMI_SIZE, and so does Slurm for either family where it starts the ranks itself.
        if (Number(environment("OMPI_COMM_WORLD_SIZE")) is { } open)
            return new MpiLaunch(open, MpiHandles.OpenMpi);
        int? slurm = Number(environment("SLURM_STEP_NUM_TASKS"));
        if (Number(environment("PMI_SIZE")) is { } size)
            return new MpiLaunch(size, slurm is null ? MpiHandles.Mpich : null);
        return new MpiLaunch(slurm ?? 1, null);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
}
