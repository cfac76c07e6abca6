using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>What must hold of the places of values, whoever has chosen them; the times of values are worked out anew.</summary>
/// <param name="Format">How rows stand in memory.</param>
/// <param name="Schedules">The sequences of operations, of which one is under way at a time.</param>
/// <param name="Places">The place of each value.</param>
/// <param name="BlockRows">The most rows that are computed at once.</param>
/// <param name="Length">The numbers of the workspace.</param>
internal sealed record PlanCheck(
    RowFormat Format, ImmutableArray<ImmutableArray<Operation>> Schedules, ImmutableArray<Place> Places, int BlockRows, int Length)
{
    public static PlanCheck Of(RowFormat format, WorkspacePlan plan, ImmutableArray<ImmutableArray<Operation>> schedules) =>
        new(format, schedules, [.. plan.Places], plan.BlockRows, plan.Length);

    private IEnumerable<Operation> Operations => Schedules.SelectMany(schedule => schedule);

    /// <summary>The same with another place of one value.</summary>
    public PlanCheck With(Place changed) => this with { Places = [.. Places.Select(place => place.Value == changed.Value ? changed : place)] };

    /// <summary>The place of the value of a name.</summary>
    public Place Of(string name) => Places.Single(place => place.Value.Name == name);

    /// <summary>What is wrong, in words; nothing where the plan is right.</summary>
    public IEnumerable<string> Faults() =>
        OfAllValues().Concat(Places.SelectMany(OfPlace)).Concat(OfLength()).Concat(OfMasks()).Concat(Schedules.SelectMany(OfSchedule)).Distinct();

    private IEnumerable<string> OfAllValues() =>
        from value in Operations.SelectMany(operation => operation.Writes)
        where (value.Kind is ValueKind.Intermediate or ValueKind.Block) && Places.Count(place => place.Value == value) != 1
        select $"{value.Name} has not one place";

    private IEnumerable<string> OfPlace(Place place)
    {
        string name = place.Value.Name;
        if (place.Offset * Format.ElementSize % 64 != 0 || place.Stride * Format.ElementSize % 64 != 0)
            yield return $"{name} does not start at a cache line";
        if (place.Offset < 0 || End(place) > Length)
            yield return $"{name} is not within the workspace";
        if (place.Columns != Format.Columns(place.Value) || place.Stride != Format.Stride(place.Value))
            yield return $"{name} has rows of another format";
    }

    private IEnumerable<string> OfLength()
    {
        int needed = Places.Select(End).DefaultIfEmpty().Max() + (Operations.Any(operation => operation.RunsOver) ? Format.Lanes : 0);
        if (needed != Length)
            yield return $"the places need {needed} numbers, and the workspace has {Length}";
    }

    /// <summary>Nobody writes the padding of a mask, and what a step leaves is read by the next one: nobody else may ever stand there.</summary>
    private IEnumerable<string> OfMasks() =>
        from mask in Places
        where mask.Value.Kind == ValueKind.Intermediate && Operations.Any(operation => operation.Writes.Contains(mask.Value) && (operation.Padding == PaddingOf.Untouched || operation.Carries))
        from other in Places
        where other.Value != mask.Value && Overlap(mask, other)
        select $"{other.Value.Name} stands in the mask {mask.Value.Name}";

    private IEnumerable<string> OfSchedule(ImmutableArray<Operation> schedule)
    {
        (Place Place, int First, int Last)[] times = [.. Places.Select(place => (
            place, Index(schedule, operation => operation.Writes.Contains(place.Value)),
            schedule.Select((operation, i) => operation.Writes.Contains(place.Value) || operation.Reads.Contains(place.Value) ? i : -1).Max()))];
        foreach ((Place place, int first, int last) in times)
        {
            int read = Index(schedule, operation => operation.Reads.Contains(place.Value) && !operation.Writes.Contains(place.Value));
            if (first > read || (first == int.MaxValue && last >= 0))
                yield return $"{place.Value.Name} is read before it is written";
        }

        for (int i = 0; i < times.Length; i++)
        {
            foreach ((Place Place, int First, int Last) other in times.Skip(i + 1))
            {
                bool isFirst = times[i].First <= other.First;
                (Place Place, int First, int Last) earlier = isFirst ? times[i] : other, later = isFirst ? other : times[i];
                bool meet = later.Last >= 0 && later.First <= earlier.Last && Overlap(earlier.Place, later.Place);
                if (meet && !StandsOver(schedule[later.First], earlier, later))
                    yield return $"{later.Place.Value.Name} stands in {earlier.Place.Value.Name}, which is needed";
            }
        }
    }

    /// <summary>Whether the later value takes the place of the earlier one number by number, in the operation that is the last to read it.</summary>
    private static bool StandsOver(Operation operation, (Place Place, int First, int Last) earlier, (Place Place, int First, int Last) later) =>
        earlier.Last == later.First && earlier.First < later.First && operation.MayOverwrite(earlier.Place.Value)
        && later.Place.Over is { } over && over == (earlier.Place.Over ?? earlier.Place.Value)
        && later.Place.Offset == earlier.Place.Offset && later.Place.Stride == earlier.Place.Stride;

    private bool Overlap(Place one, Place other) => one.Offset < End(other) && other.Offset < End(one);

    private int End(Place place) => place.Offset + (place.Value.IsOfSamples ? BlockRows * place.Value.Steps : Format.MemoryRows(place.Value)) * place.Stride;

    /// <summary>The first operation of a kind; past all where there is none.</summary>
    private static int Index(ImmutableArray<Operation> schedule, System.Func<Operation, bool> predicate) =>
        schedule.Select((operation, i) => predicate(operation) ? i : int.MaxValue).DefaultIfEmpty(int.MaxValue).Min();
}
