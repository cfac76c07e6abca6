using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Rows of test data with numbers before, behind and between them that no kernel may change.</summary>
internal sealed class GuardedRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Margin = 64;
    private readonly T[] _memory;
    private readonly int _origin;
    private T[]? _before;

    private GuardedRows(int rows, int columns, int stride)
    {
        (Count, Columns, Stride) = (rows, columns, stride);
        _memory = GC.AllocateArray<T>(rows * stride + 2 * Margin, pinned: true);
        unsafe
        {
            int line = 64 / sizeof(T);
            int offset = (int)((nuint)Unsafe.AsPointer(ref _memory[0]) % 64) / sizeof(T);
            _origin = line + (line - offset) % line;
        }
    }

    public int Count { get; }

    public int Columns { get; }

    public int Stride { get; }

    public Rows<T> Rows => new(ref _memory[_origin], Columns, Stride);

    public ref T this[int row, int column] => ref _memory[_origin + row * Stride + column];

    private static int Line => 64 / Unsafe.SizeOf<T>();

    public static int Padded(int columns) => (columns + Line - 1) / Line * Line;

    /// <summary>Rows of the caller, close together; they start where no vector does.</summary>
    public static GuardedRows<T> Dense(int rows, int columns, ulong seed) => new GuardedRows<T>(rows, columns, columns).Filled(seed, T.NaN);

    /// <summary>Padded rows as the memory plan lays them out, so many cache lines apart more than they need.</summary>
    public static GuardedRows<T> PaddedRows(int rows, int columns, ulong seed, T padding, int moreLines = 0) =>
        new GuardedRows<T>(rows, columns, Padded(columns) + moreLines * Line).Filled(seed, padding);

    /// <summary>Remembers all of the memory.</summary>
    public GuardedRows<T> Guarded()
    {
        _before = (T[])_memory.Clone();
        return this;
    }

    public GuardedRows<T> Copy()
    {
        var copy = new GuardedRows<T>(Count, Columns, Stride);
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Stride; j++)
                copy[i, j] = this[i, j];
        }

        return copy;
    }

    /// <summary>Whether what lies outside of some columns of some rows has the bits it had.</summary>
    public void AssertUntouchedBehind(int columns, int fromRow = 0, int toRow = int.MaxValue)
    {
        int end = Math.Min(toRow, Count);
        for (int at = 0, row = -1, column = -1; at < _memory.Length; at++)
        {
            int place = at - _origin;
            if (place >= 0 && ++column % Stride == 0)
                (row, column) = (row + 1, 0);
            bool isResult = row >= Math.Max(fromRow, 0) && row < end && column < columns;
            if (!isResult && !Same(_memory[at], _before![at]))
                Assert.Fail($"{place} of {Count} rows of {Columns} columns every {Stride}");
        }
    }

    public void AssertSame(GuardedRows<T> other, int columns)
    {
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                if (!Same(this[i, j], other[i, j]))
                    Assert.Fail($"[{i}, {j}] of [{Count} x {Columns}]: {this[i, j]:r} and {other[i, j]:r}");
            }
        }
    }

    public void AssertZero(int fromColumn, int toColumn, int fromRow = 0, int toRow = int.MaxValue)
    {
        for (int i = fromRow; i < Math.Min(toRow, Count); i++)
        {
            for (int j = fromColumn; j < toColumn; j++)
            {
                if (this[i, j] != T.Zero)
                    Assert.Fail($"[{i}, {j}] of [{Count} x {Columns}] is {this[i, j]:r}");
            }
        }
    }

    private static bool Same(T a, T b) => a == b ? T.IsNegative(a) == T.IsNegative(b) : T.IsNaN(a) && T.IsNaN(b);

    private GuardedRows<T> Filled(ulong seed, T padding)
    {
        var random = new RandomStream(seed);
        Array.Fill(_memory, T.CreateTruncating(-77));
        for (int i = 0; i < Count; i++)
        {
            // Some zeros, which kernels for single rows skip.
            for (int j = 0; j < Stride; j++)
                this[i, j] = j >= Columns ? padding : T.CreateTruncating(random.NextUInt32() % 5 == 0 ? 0 : 2 * random.NextDouble() - 1);
        }

        return this;
    }
}
