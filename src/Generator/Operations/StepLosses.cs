using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>The loss of the steps that each row has: what is computed of their last z, row by row as of so many samples. Behind them the gradient is zero.</summary>
internal sealed class StepLosses : LossOperation
{
    /// <summary>What the method of the steps of a row is called.</summary>
    public const string Method = "LossOfSteps";

    private readonly ImmutableDictionary<Value, Value> _ofSteps;

    /// <summary>The loss of rows of steps.</summary>
    /// <param name="layer">The last layer.</param>
    /// <param name="result">The gradient of the source, [steps, features].</param>
    /// <param name="source">z, [steps, features].</param>
    /// <param name="lengths">[1].</param>
    /// <param name="ofStep">The loss and the gradient of one step: the names of its values are those of all steps.</param>
    /// <param name="kept">What others use too of the values of all steps.</param>
    public StepLosses(int layer, Value result, Value source, Value lengths, ImmutableArray<Operation> ofStep, params Value[] kept)
        : base(layer, result, source, OfSteps(ofStep.OfType<LossOperation>().Single().Target, source))
    {
        Lengths = lengths;
        OfStep = ofStep;
        Dictionary<string, Value> known = new[] { result, source, Target }.Concat(kept).ToDictionary(value => value.Name);
        _ofSteps = ofStep.SelectMany(operation => operation.Reads.Concat(operation.Writes)).Distinct()
            .ToImmutableDictionary(value => value, value => known.TryGetValue(value.Name, out Value? all) ? all : OfSteps(value, source));
    }

    public Value Lengths { get; }

    /// <summary>The loss and the gradient of one step.</summary>
    public ImmutableArray<Operation> OfStep { get; }

    /// <summary>The most steps that a row has.</summary>
    public int Length => Source.Steps;

    public override ImmutableArray<Value> Reads => [Source, Target, Lengths];

    public override ImmutableArray<Value> AlsoWrites => [.. OfStep.Select(operation => Whole(operation.Result)).Where(value => value != Result).Distinct()];

    public override int Steps => 1;

    public override string Gradient => "";

    public override string Formula => $"up to the length of each row, {string.Join("; ", OfStep.Select(operation => operation.Formula).Where(text => text.Length > 0))}, then zeros";

    public override string Comment => "";

    /// <summary>The value of all steps that one of a single step is a part of.</summary>
    public Value Whole(Value ofStep) => _ofSteps[ofStep];

    public override bool MayOverwrite(Value read) => read == Source && OfStep.Length == 1 && OfStep[0].MayOverwrite(OfStep[0].Reads[0]);

    private static Value OfSteps(Value value, Value source) => new(value.Name, Shape.Of(source.Steps, value.Columns), value.Kind, value.Pieces);
}
