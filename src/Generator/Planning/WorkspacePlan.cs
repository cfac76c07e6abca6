using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Planning;

/// <summary>
/// Where the values of a block of rows stand in the workspace. Two that are needed at the same time never share memory; a value stands over one that its
/// operation is the last to read, where the operation allows it, and takes the memory of values that nobody reads any more.
/// </summary>
internal sealed class WorkspacePlan
{
    private readonly Dictionary<Value, Place> _places = [];

    /// <summary>A plan for sequences of operations that are never under way at the same time.</summary>
    /// <param name="format">How rows stand in memory.</param>
    /// <param name="schedules">Each sequence on its own; what they have in common has one place.</param>
    /// <param name="rows">The rows of a block, of the numbers that a row takes.</param>
    public WorkspacePlan(RowFormat format, IReadOnlyList<IReadOnlyList<Operation>> schedules, Func<int, int> rows)
    {
        Liveness[] times = schedules.Select(schedule => new Liveness(schedule)).ToArray();
        List<Buffer> buffers = Buffers(format, times);
        int row = 0;
        var placed = new List<Buffer>();
        foreach (Buffer buffer in buffers)
        {
            buffer.Start = Start(buffer, placed);
            placed.Add(buffer);
            row = Math.Max(row, buffer.Start + buffer.Stride);
        }

        BlockRows = rows(row);
        int length = BlockRows * row;
        foreach (Buffer buffer in buffers)
        {
            foreach (Value value in buffer.Values)
            {
                Value? over = value == buffer.Values[0] ? null : buffer.Values[0];
                _places.Add(value, new Place(value, format.IsPadded ? BlockRows * buffer.Start : 0, format.Columns(value), format.Stride(value), over));
            }
        }

        // Behind the rows, what there is one of for all: so little that each has a place of its own.
        length = Blocks(format, schedules.SelectMany(schedule => schedule), times, length);
        bool runsOver = schedules.Any(schedule => schedule.Any(operation => operation.RunsOver));
        Length = format.IsPadded ? length + (runsOver ? format.Lanes : 0) : 0;
    }

    /// <summary>The most rows that are computed at once.</summary>
    public int BlockRows { get; }

    /// <summary>The numbers of the workspace.</summary>
    public int Length { get; }

    /// <summary>All places, in the order in which their values are computed.</summary>
    public IEnumerable<Place> Places => _places.Values;

    public Place Of(Value value) => _places[value];

    /// <summary>Places the values that there is one of for all rows, and returns where they end. The scratch of an operation is nobody else's: that of all begins at one place.</summary>
    private int Blocks(RowFormat format, IEnumerable<Operation> operations, Liveness[] times, int start)
    {
        Operation[] all = [.. operations.Distinct()];
        foreach (Value value in all.SelectMany(Written).Distinct().Where(value => !IsScratch(value)))
            start = Block(format, value, start);
        return all.Select(operation => Written(operation).Where(IsScratch).Aggregate(start, (at, value) => Block(format, value, at))).Append(start).Max();

        IEnumerable<Value> Written(Operation operation) => operation.Writes.Where(value => value.Kind == ValueKind.Block);

        bool IsScratch(Value value) => times.All(time => time.Of(value) is not { } span || span.First == span.Last);
    }

    /// <summary>Places a value of which there is one for all rows, unless it has its place, and returns where what is not placed yet may begin.</summary>
    private int Block(RowFormat format, Value value, int start)
    {
        if (!_places.TryGetValue(value, out Place? place))
            _places.Add(value, place = new Place(value, start, format.Columns(value), format.Stride(value)));
        return Math.Max(start, place.Offset + format.MemoryRows(value) * place.Stride);
    }

    /// <summary>The memories, each with the values that follow one another in it.</summary>
    private static List<Buffer> Buffers(RowFormat format, Liveness[] times)
    {
        var buffers = new List<Buffer>();
        var homes = new Dictionary<Value, Buffer>();
        foreach ((Operation operation, Value value) in times.SelectMany(time => time.Schedule).SelectMany(operation => operation.Writes.Select(value => (operation, value))))
        {
            if (value.Kind != ValueKind.Intermediate || homes.ContainsKey(value))
                continue;
            Buffer? home = operation.Reads.Where(read => value == operation.Result && homes.TryGetValue(read, out Buffer? at) && !at.IsApart && at.Values[at.Values.Count - 1] == read
                    && format.SampleStride(read) == format.SampleStride(value) && times.All(time => CanFollow(time, at.Values, value)))
                .Select(read => homes[read]).FirstOrDefault();
            if (home is null)
                buffers.Add(home = new Buffer(format.SampleStride(value), times, operation.Padding == PaddingOf.Untouched));
            home.Values.Add(value);
            homes.Add(value, home);
        }

        return buffers;
    }

    /// <summary>
    /// Whether a value may take the place of others in a sequence: what writes it may write over the last of them and is the last to read it, and the others
    /// are needed no more. In one of the sequences the last may be missing, and one before it be needed still.
    /// </summary>
    private static bool CanFollow(Liveness time, List<Value> before, Value value)
    {
        if (time.Of(value) is not { } span)
            return true;
        Value read = before[before.Count - 1];
        return before.All(other => time.Of(other) is not { } its
            || (other == read ? its.Last == span.First && time.Schedule[span.First].MayOverwrite(read) : its.Last < span.First));
    }

    /// <summary>The lowest place beside all memories that are in use at the same time.</summary>
    private static int Start(Buffer buffer, IEnumerable<Buffer> placed)
    {
        int start = 0;
        foreach (Buffer other in placed.Where(buffer.Meets).OrderBy(other => other.Start))
        {
            if (start + buffer.Stride <= other.Start)
                break;
            start = Math.Max(start, other.Start + other.Stride);
        }

        return start;
    }

    /// <summary>Memory for one row of values that follow one another.</summary>
    /// <param name="stride">Its numbers, for one sample.</param>
    /// <param name="times">The sequences.</param>
    /// <param name="isApart">Whether nothing else may ever stand in it: its values leave what they find in the padding.</param>
    private sealed class Buffer(int stride, Liveness[] times, bool isApart)
    {
        public List<Value> Values { get; } = [];

        public int Stride => stride;

        public int Start { get; set; }

        public bool IsApart => isApart;

        public bool Meets(Buffer other) => IsApart || other.IsApart || times.Any(time =>
            time.Of(Values) is { } own && time.Of(other.Values) is { } its && own.First <= its.Last && its.First <= own.Last);
    }
}
