using System;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>
/// Plans of graphs at random, such as no layer makes yet: an operation reads any values before it, and two schedules differ in the middle and at the end, as
/// those of training do.
/// </summary>
public class AnyGraphTests
{
    [Fact]
    public void Any_graph_has_a_plan()
    {
        var format = new RowFormat(sizeof(float), IsPadded: true);
        for (int seed = 0; seed < 5000; seed++)
        {
            ImmutableArray<ImmutableArray<Operation>> schedules = AnySchedules(new Random(seed));
            var plan = new WorkspacePlan(format, [.. schedules.Select(schedule => schedule.ToArray())], _ => 8);
            string[] faults = [.. PlanCheck.Of(format, plan, schedules).Faults()];
            string Text(ImmutableArray<Operation> schedule) => string.Join(", ", schedule.Select(operation => operation.Comment));
            Assert.True(faults.Length == 0, $"Graph {seed}, {string.Join("; or ", schedules.Select(Text))}: {string.Join("; ", faults)}.");
        }
    }

    private static ImmutableArray<ImmutableArray<Operation>> AnySchedules(Random random)
    {
        int before = random.Next(1, 5), between = random.Next(1, 4), after = random.Next(5);
        Value[] values = [.. Enumerable.Range(0, before + between + after)
            .Select(i => new Value($"v{i}", Shape.Of(20 * random.Next(1, 3)), ValueKind.Intermediate))];
        var shared = ImmutableArray.CreateBuilder<Operation>();
        for (int i = 0; i < before; i++)
            shared.Add(random.Next(6) == 0 ? new DropoutMask(1, values[i], 65536) : Any(random, values[i], values[..i]));

        // Both ways to the last value of the middle have values of their own, and leave some out.
        var schedules = ImmutableArray.CreateBuilder<ImmutableArray<Operation>>();
        Value joint = values[before + between - 1];
        foreach (int skipped in new[] { random.Next(between), random.Next(between) })
        {
            var schedule = shared.ToList();
            foreach (int i in Enumerable.Range(0, between).Where(i => i == between - 1 || i != skipped))
                schedule.Add(Any(random, values[before + i], schedule.Select(operation => operation.Result).ToArray()));
            schedules.Add([.. schedule]);
        }

        var last = shared.Select(operation => operation.Result).Append(joint).ToList();
        for (int i = before + between; i < values.Length; i++)
        {
            Operation operation = Any(random, values[i], last.ToArray());
            bool isInBoth = random.Next(3) > 0;
            if (isInBoth)
                last.Add(values[i]);
            foreach (int s in isInBoth ? new[] { 0, 1 } : [1])
                schedules[s] = schedules[s].Add(operation);
        }

        return schedules.ToImmutable();
    }

    /// <summary>A sum, which may stand over what it reads, or a product, which may not.</summary>
    private static Operation Any(Random random, Value result, Value[] before)
    {
        Value[] reads = [.. before.Where(_ => random.Next(3) == 0)];
        if (reads.Length > 0 && random.Next(4) > 0)
            return Map.Sum(1, result, reads);
        Value source = reads.FirstOrDefault() ?? new Value("x", Shape.Of(3), ValueKind.Input);
        return new Product(1, result, source, new Value("W", Shape.Of(source.Columns, result.Columns), ValueKind.Parameter), bias: null);
    }
}
