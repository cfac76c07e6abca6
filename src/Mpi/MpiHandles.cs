using System;

namespace GenNet;

/// <summary>The values of what mpi.h names, in one of the two families.</summary>
/// <param name="Family">What it is called.</param>
/// <param name="World">MPI_COMM_WORLD.</param>
/// <param name="Byte">MPI_BYTE.</param>
/// <param name="Float">MPI_FLOAT.</param>
/// <param name="Double">MPI_DOUBLE.</param>
/// <param name="InPlace">MPI_IN_PLACE.</param>
/// <param name="IgnoreStatus">MPI_STATUS_IGNORE.</param>
internal sealed record MpiHandles(string Family, nint World, nint Byte, nint Float, nint Double, nint InPlace, nint IgnoreStatus)
{
    public const string OpenMpi = "Open MPI", Mpich = "MPICH";

    private const string OpenMpiWorld = "ompi_mpi_comm_world";

    /// <summary>Those of a library, which is told by what it exports: Open MPI's handles are addresses of variables.</summary>
    /// <param name="export">The address of an exported symbol; 0 where there is none of the name.</param>
    public static MpiHandles Of(Func<string, nint> export) => export(OpenMpiWorld) == 0
        ? new MpiHandles(Mpich, World: 0x44000000, Byte: 0x4c00010d, Float: 0x4c00040a, Double: 0x4c00080b, InPlace: -1, IgnoreStatus: 1)
        : new MpiHandles(
            OpenMpi, export(OpenMpiWorld), export("ompi_mpi_byte"), export("ompi_mpi_float"), export("ompi_mpi_double"), InPlace: 1, IgnoreStatus: 0);
}
