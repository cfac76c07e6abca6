using System;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Rows of a stream in random order, as far as a buffer of so many rows allows: each row that goes out is drawn from it, and
/// the next row of the stream takes its place. Where the buffer holds all rows, every order is equally likely.
/// </summary>
internal sealed class ShuffleBuffer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The first room, unless a row is longer; it grows to what the stream asks for only where the stream has as many rows.</summary>
    private const int FirstNumbers = 1 << 18;

    private readonly int _rowSize;
    private readonly DataStream<T> _data;
    private T[] _inputs;
    private T[] _targets;

    // The number in the stream of each row of the buffer, and of those that were taken last.
    private long[] _rows;
    private readonly long[] _taken;
    private long _next;
    private int _count;
    private bool _ended;
    private DataReader<T> _reader = null!;
    private RandomStream _random = null!;

    /// <summary>A buffer of as many rows as the stream asks for.</summary>
    /// <param name="data">The stream.</param>
    /// <param name="most">The most rows that are taken at once.</param>
    public ShuffleBuffer(DataStream<T> data, int most)
    {
        _data = data;
        _rowSize = Math.Max(data.InputSize, data.TargetSize);
        int rows = Math.Clamp(FirstNumbers / _rowSize, 1, data.ShuffleRows);
        _inputs = new T[rows * data.InputSize];
        _targets = new T[rows * data.TargetSize];
        _rows = new long[rows];
        _taken = new long[most];
    }

    /// <summary>The number in the stream, from 0, of a row that was taken last.</summary>
    public long RowOf(int index) => _taken[index];

    /// <summary>Fills the buffer from the start of a pass.</summary>
    public void Begin(DataReader<T> reader, RandomStream random)
    {
        (_reader, _random) = (reader, random);
        (_count, _ended, _next) = (0, false, 0);
        int most = _data.ShuffleRows;
        while (!_ended && _count < most)
        {
            int room = _inputs.Length / _data.InputSize;
            if (_count == room)
                Grow(room = RoomAfter(room, most));
            int read = _reader.Fill(Inputs(_count, room - _count), Targets(_count, room - _count), _data.InputSize, _data.TargetSize);
            _ended = read < room - _count;
            for (int i = 0; i < read; i++)
                _rows[_count++] = _next++;
        }
    }

    /// <summary>Takes as many rows as there is room for and rows are left; returns their number.</summary>
    public int Take(Span<T> inputs, Span<T> targets)
    {
        int taken = 0;
        for (int room = inputs.Length / _data.InputSize; taken < room && _count > 0; taken++)
        {
            int row = _random.NextInt(_count);
            Inputs(row, 1).CopyTo(inputs[(taken * _data.InputSize)..]);
            Targets(row, 1).CopyTo(targets[(taken * _data.TargetSize)..]);
            _taken[taken] = _rows[row];
            _ended = _ended || _reader.Fill(Inputs(row, 1), Targets(row, 1), _data.InputSize, _data.TargetSize) == 0;
            if (!_ended)
            {
                _rows[row] = _next++;
                continue;
            }

            _count--;
            _rows[row] = _rows[_count];
            Inputs(_count, 1).CopyTo(Inputs(row, 1));
            Targets(_count, 1).CopyTo(Targets(row, 1));
        }

        return taken;
    }

    /// <summary>Twice as many rows, if so many are asked for and one array holds them.</summary>
    private int RoomAfter(int room, int most)
    {
        int limit = Array.MaxLength / _rowSize;
        return room < limit
            ? (int)Math.Min(Math.Min(most, limit), 2L * room)
            : throw new ArgumentException($"{most} rows of {_rowSize} numbers are more than one array holds: set ShuffleRows of the stream to {limit} at the most.", nameof(_data.ShuffleRows));
    }

    private void Grow(int rows)
    {
        Array.Resize(ref _inputs, rows * _data.InputSize);
        Array.Resize(ref _targets, rows * _data.TargetSize);
        Array.Resize(ref _rows, rows);
    }

    private Span<T> Inputs(int row, int rows) => _inputs.AsSpan(row * _data.InputSize, rows * _data.InputSize);

    private Span<T> Targets(int row, int rows) => _targets.AsSpan(row * _data.TargetSize, rows * _data.TargetSize);
}
