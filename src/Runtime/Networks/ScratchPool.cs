using System;
using System.ComponentModel;
using System.Threading;

namespace GenNet.CompilerServices;

/// <summary>
/// Lends scratch memory to concurrent calls of Forward. It holds one workspace from the start; a call that finds none free
/// makes one, which stays, so that as many exist as calls have ever run at once.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScratchPool<T>
    where T : unmanaged
{
    private readonly int _length;
    private readonly Workspace<T>?[] _free = new Workspace<T>?[2 * Environment.ProcessorCount];

    /// <summary>A pool of workspaces of <paramref name="length"/> elements.</summary>
    public ScratchPool(int length)
    {
        _length = length;
        _free[0] = new Workspace<T>(length);
    }

    /// <summary>A workspace that no other call has; give it back with <see cref="Return"/>.</summary>
    public Workspace<T> Rent()
    {
        for (int i = 0; i < _free.Length; i++)
        {
            if (Interlocked.Exchange(ref _free[i], null) is { } workspace)
                return workspace;
        }

        return new Workspace<T>(_length);
    }

    /// <summary>Gives a workspace back.</summary>
    public void Return(Workspace<T> workspace)
    {
        for (int i = 0; i < _free.Length; i++)
        {
            if (Interlocked.CompareExchange(ref _free[i], workspace, null) is null)
                return;
        }
    }
}
