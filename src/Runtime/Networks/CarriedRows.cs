using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>What is carried for the rows of a block; nothing by default.</summary>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CarriedRows<T>
    where T : unmanaged
{
    private readonly CarriedState<T>? _state;
    private readonly int _first;

    internal CarriedRows(CarriedState<T>? state, int first)
    {
        _state = state;
        _first = first;
    }

    /// <summary>What a batch begins with, of one state.</summary>
    /// <param name="offset">The numbers of a row that stand before it.</param>
    /// <param name="columns">Its numbers.</param>
    public Rows<T> Before(int offset, int columns) => _state is null ? default : Rows(ref _state.Before, offset, columns);

    /// <summary>What a batch leaves, of one state.</summary>
    /// <param name="offset">The numbers of a row that stand before it.</param>
    /// <param name="columns">Its numbers.</param>
    public Rows<T> After(int offset, int columns) => _state is null ? default : Rows(ref _state.After, offset, columns);

    /// <summary>Each state has its rows together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rows<T> Rows(ref T all, int offset, int columns) => new(ref all, offset * _state!.Rows + _first * columns, columns, columns);
}
