using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>The network of a single step, step after step from what it leaves, against the network of the whole sequence.</summary>
public class StreamTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [MemberData(nameof(Networks.Streams), MemberType = typeof(Networks))]
    public void Steps_compute_what_the_whole_sequence_computes(string declaration)
    {
        NetworkModel model = Networks.Model(declaration), step = Streaming.OneStep(model);
        NetworkProgram program = NetworkPlanner.Plan(model);
        Batch whole = new(model, 1), one = new(step, 1);
        var memory = new ValueMemory(whole);
        Batch.SetParameters(memory, program.Parameters.Places.Select(place => place.Value));
        new Interpreter(memory, 1).Run(Passes.Trace(program.Forward));

        ImmutableArray<Operation> operations = Operations(program.Stream!);
        Memory[] memories = [new ValueMemory(one), new PlannedMemory(program.Format, program.Stream!.Plan, program.Parameters, operations, one)];
        foreach (Memory state in memories)
        {
            Batch.SetParameters(state, program.Parameters.Places.Select(place => place.Value));
            Clear(state, operations);
        }

        for (int t = 0; t < program.Stream.Places; t++)
        {
            whole.X.AsSpan(t * one.Inputs, one.Inputs).CopyTo(one.X);
            foreach (Memory state in memories)
            {
                new Interpreter(state, 1) { Place = t }.Run(operations);
                AssertStep(program, t, memory, state);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks.Streams), MemberType = typeof(Networks))]
    public void No_value_stands_where_another_is_needed(string declaration)
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(declaration));
        Assert.Empty(PlanCheck.Of(program.Format, program.Stream!.Plan, [Operations(program.Stream)]).Faults());
    }

    private static ImmutableArray<Operation> Operations(StreamPass stream) => [.. stream.Layers.SelectMany(layer => layer.Forward), .. stream.Output];

    /// <summary>A state is made of zeros.</summary>
    private static void Clear(Memory state, IEnumerable<Operation> operations)
    {
        foreach (Value value in operations.Where(operation => operation.Carries).SelectMany(operation => operation.Writes))
        {
            for (int row = 0; row < (value.IsOfSamples ? value.Steps : value.Rows); row++)
                state.Row(value, row).Clear();
        }
    }

    private static void AssertStep(NetworkProgram program, int t, Memory whole, Memory state)
    {
        Value expected = program.Forward.Output[^1].Result, actual = program.Stream!.Output[^1].Result;
        bool isOfEveryStep = expected.Steps == program.Stream.Places;
        for (int j = 0; j < expected.Columns && (isOfEveryStep || t == program.Stream.Places - 1); j++)
            Assert.Equal(whole[expected, isOfEveryStep ? t : 0, j], state[actual, 0, j], Tolerance);
    }
}
