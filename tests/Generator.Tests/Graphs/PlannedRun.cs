using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>
/// Passes over a batch in planned memory, operation by operation beside the same in a memory without a plan. Both compute in the same order, so every number
/// must be the same to the last bit.
/// </summary>
internal sealed class PlannedRun
{
    private const int FewRows = 3;

    private readonly NetworkProgram _program;
    private readonly int _blockRows;
    private readonly ImmutableArray<LayerProgram> _layers;
    private readonly ValueMemory _truth;
    private readonly PlannedMemory _planned;

    /// <summary>Passes with some plan.</summary>
    /// <param name="program">The network.</param>
    /// <param name="plan">The places of the samples' values.</param>
    /// <param name="layers">The layers, whose results callers may ask for.</param>
    /// <param name="passes">All passes that use the plan.</param>
    public PlannedRun(NetworkProgram program, WorkspacePlan plan, ImmutableArray<LayerProgram> layers, ImmutableArray<ImmutableArray<Operation>> passes)
    {
        (_program, _layers, _blockRows) = (program, layers, plan.BlockRows);
        var batch = new Batch(program.Model, plan.BlockRows + FewRows);
        _truth = new ValueMemory(batch);
        _planned = new PlannedMemory(program.Format, plan, program.Parameters, passes.SelectMany(pass => pass), batch);
        foreach (Memory memory in new Memory[] { _truth, _planned })
            Batch.SetParameters(memory, program.Parameters.Places.Select(place => place.Value));
    }

    /// <summary>Runs a pass over a batch of two small blocks, and asserts that its numbers are right.</summary>
    public void AssertPass(ImmutableArray<Operation> pass) => AssertPass(pass, 2, FewRows);

    /// <summary>The same with a block as large as they can be, in which a value that reaches into the place of another shows, and a small one.</summary>
    public void AssertPassOfFullBlock(ImmutableArray<Operation> pass) => AssertPass(pass, _blockRows, FewRows);

    private void AssertPass(ImmutableArray<Operation> pass, params int[] blocks)
    {
        int start = 0;
        var written = pass.Select(operation => operation.Result).ToHashSet();
        foreach (int rows in blocks)
        {
            _truth.Begin(start);
            _planned.Begin(start);
            var truth = new Interpreter(_truth, rows) { Scale = 0.5, IsFirst = start == 0 };
            var planned = new Interpreter(_planned, rows) { Scale = 0.5, IsFirst = start == 0 };
            int layer = 0;
            foreach (Operation operation in pass)
            {
                // What a layer has left is copied to callers that ask for it before the next one begins; a layer that another is folded into leaves nothing.
                for (; layer < operation.Layer - 1; layer++)
                {
                    if (written.Contains(_layers[layer].Result))
                        AssertSame(_layers[layer].Result, rows, $"the activations of layer {layer + 1}, kept before layer {operation.Layer} begins");
                }

                truth.Run(operation);
                planned.Run(operation);
                foreach (Value value in operation.Writes)
                    AssertSame(value, value.IsOfSamples ? rows : value.Rows, $"{operation.GetType().Name} {operation.Comment}");
            }

            Assert.Equal(truth.Loss, planned.Loss);
            start += rows;
        }

        foreach (Value gradient in pass.Select(operation => operation.Result).Where(value => value.Kind == ValueKind.ParameterGradient))
            AssertZeroPadding(gradient);
    }

    private void AssertSame(Value value, int rows, string what)
    {
        foreach ((int row, int column) in Numbers.Places(value, rows))
        {
            double expected = _truth[value, row, column], actual = _planned[value, row, column];

            // Behind the length of a row there may be anything.
            bool isOfNothing = _program.Model.HasLengths && value.IsOfSamples && double.IsNaN(expected) && double.IsNaN(actual);
            if (!isOfNothing && (double.IsNaN(expected) || expected != actual))
                Assert.Fail($"{value.Name}[{row}, {column}] is {actual} in the plan and {expected} without: {what}.");
        }
    }

    /// <summary>The gradients of a buffer's padding are zero, so that optimizers may run over it.</summary>
    private void AssertZeroPadding(Value gradient)
    {
        int stride = _program.Format.PieceStride(gradient), used = gradient.Columns / gradient.Pieces;
        for (int row = 0; row < gradient.Rows; row++)
        {
            double[] numbers = _planned.Row(gradient, row)[.._planned.Width(gradient)].ToArray();
            Assert.DoesNotContain(numbers.Where((_, j) => j % stride >= used), number => number != 0);
        }
    }
}
