using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>What is called of the MPI library. Handles are addresses in Open MPI and ints in MPICH; either fits into an nint. Except for the handles, C's types are these in both.</summary>
internal static unsafe partial class MpiNative
{
    /// <summary>The name that <see cref="MpiLibrary"/> resolves.</summary>
    public const string Library = "mpi";

    [LibraryImport(Library)]
    public static partial int MPI_Init_thread(int* argc, void* argv, int required, int* provided);

    [LibraryImport(Library)]
    public static partial int MPI_Initialized(int* flag);

    [LibraryImport(Library)]
    public static partial int MPI_Finalize();

    [LibraryImport(Library)]
    public static partial int MPI_Abort(nint comm, int code);

    [LibraryImport(Library)]
    public static partial int MPI_Comm_rank(nint comm, int* rank);

    [LibraryImport(Library)]
    public static partial int MPI_Comm_size(nint comm, int* size);

    [LibraryImport(Library)]
    public static partial int MPI_Comm_dup(nint comm, nint* created);

    [LibraryImport(Library)]
    public static partial int MPI_Comm_free(nint* comm);

    [LibraryImport(Library)]
    public static partial int MPI_Allgatherv(nint sent, int sentCount, nint sentType, void* received, int* counts, int* starts, nint receivedType, nint comm);

    [LibraryImport(Library)]
    public static partial int MPI_Bcast(void* buffer, int count, nint type, int root, nint comm);

    [LibraryImport(Library)]
    public static partial int MPI_Iallgather(void* sent, int sentCount, nint sentType, void* received, int receivedCount, nint receivedType, nint comm, nint* request);

    [LibraryImport(Library)]
    public static partial int MPI_Sendrecv(
        void* sent, int sentCount, nint sentType, int to, int sentTag, void* received, int receivedCount, nint receivedType, int from, int receivedTag, nint comm, nint status);

    [LibraryImport(Library)]
    public static partial int MPI_Isend(void* sent, int count, nint type, int to, int tag, nint comm, nint* request);

    [LibraryImport(Library)]
    public static partial int MPI_Recv(void* buffer, int count, nint type, int from, int tag, nint comm, nint status);

    [LibraryImport(Library)]
    public static partial int MPI_Test(nint* request, int* flag, nint status);

    [LibraryImport(Library)]
    public static partial int MPI_Iprobe(int from, int tag, nint comm, int* flag, nint status);
}
