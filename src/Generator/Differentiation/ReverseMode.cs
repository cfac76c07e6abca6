using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Differentiation;

/// <summary>
/// The backward program of a forward program: the operations in reverse order, each answered by its adjoint. The rules of
/// all operations stand here; no layer has a backward pass of its own.
/// </summary>
internal sealed class ReverseMode
{
    private readonly MemoryPlan _memory;
    private readonly Dictionary<string, Tensor> _gradients = [];
    private readonly List<Operation> _loss = [];
    private readonly List<Operation> _operations = [];
    private readonly List<Operation> _inputGradient = [];
    private readonly HashSet<string> _constants = [];
    private readonly HashSet<string> _ofInputs = [];

    private ReverseMode(MemoryPlan memory) => _memory = memory;

    /// <summary>The backward operations of a program that ends with its loss.</summary>
    public static BackwardProgram Differentiate(IReadOnlyList<Operation> forward, MemoryPlan memory)
    {
        var reverse = new ReverseMode(memory);
        reverse.Trace(forward);
        for (int i = forward.Count - 1; i >= 0; i--)
            reverse.Adjoint(forward[i], forward);
        return new BackwardProgram(
            reverse._loss.ToImmutableArray(), reverse._operations.ToImmutableArray(), reverse._inputGradient.ToImmutableArray());
    }

    /// <summary>Finds what no gradient flows into, and what depends on the network's inputs only: its gradient is computed when it is asked for.</summary>
    private void Trace(IReadOnlyList<Operation> forward)
    {
        foreach (Operation operation in forward)
        {
            if (operation is DropoutMask mask)
                _constants.Add(mask.Result.Name);
            if (operation is Map map && IsOfInputs(Source(map).Tensor))
                _ofInputs.Add(map.Result.Name);
        }
    }

    private bool IsOfInputs(Tensor tensor) => tensor.Storage == Storage.Inputs || _ofInputs.Contains(tensor.Name);

    /// <summary>The argument of a map that is no constant.</summary>
    private Argument Source(Map op) => op.Arguments.Single(argument => !_constants.Contains(argument.Tensor.Name));

    private void Adjoint(Operation operation, IReadOnlyList<Operation> forward)
    {
        switch (operation)
        {
            case SoftmaxCrossEntropy op:
                _loss.Add(op with { Result = Place(op.Logits, inPlaceOf: op.Logits) });
                break;
            case ElementwiseLoss op:
                OfLoss(op, forward);
                break;
            case Softmax op:
                OfSoftmax(op);
                break;
            case Map op:
                OfMap(op);
                break;
            case Maxout op:
                _operations.Add(new MaxoutAdjoint(op.Layer, Place(op.Source, inPlaceOf: op.Source), op.Source, _gradients[op.Result.Name], op.Pieces));
                break;
            case Product op:
                OfProduct(op);
                break;
            case DropoutMask:
                break;
            default:
                throw new InvalidOperationException($"No adjoint rule for {operation.GetType().Name}.");
        }
    }

    /// <summary>ds = dL/ds, in place of the source s unless the operation that made s still needs it.</summary>
    private void OfLoss(ElementwiseLoss op, IReadOnlyList<Operation> forward)
    {
        bool sourceIsNeeded = forward.Any(other => other is Softmax softmax && softmax.Result == op.Source);
        _loss.Add(op with
        {
            Result = Place(op.Source, inPlaceOf: sourceIsNeeded ? null : op.Source),
            Gradient = Differentiator.Differentiate(op.Value, op.Arguments[0].Variable),
        });
    }

    /// <summary>y = softmax(z): dz = y (dy - sum of dy y). The forward half is computed with the loss.</summary>
    private void OfSoftmax(Softmax op)
    {
        Tensor dy = _gradients[op.Result.Name];
        _loss.Insert(0, op);
        _operations.Add(new SoftmaxAdjoint(op.Layer, Place(op.Source, inPlaceOf: dy), op.Result, dy));
    }

    /// <summary>r = f(s): ds = dr f'(s), in place of dr unless it goes to the caller's rows.</summary>
    private void OfMap(Map op)
    {
        Argument source = Source(op);
        Tensor dr = _gradients[op.Result.Name];
        Tensor ds = source.Tensor.Storage == Storage.Inputs ? InputGradientOf(source.Tensor) : Place(source.Tensor, inPlaceOf: dr);
        Expr derivative = Differentiator.Differentiate(op.Expression, source.Variable);
        Expr inOutput = OutputForm.Of(op.Expression, derivative, source.Variable, ActivationFunction.A);

        // The gradient is named first, so that the product reads dr f'.
        var gradient = new Variable("d" + ActivationFunction.A.Name);
        var arguments = new List<Argument> { new(gradient, dr) };
        arguments.AddRange(op.Arguments.Where(argument => inOutput.Contains(argument.Variable)));
        if (inOutput.Contains(ActivationFunction.A))
            arguments.Add(new Argument(ActivationFunction.A, op.Result));
        string slope = op.Arguments.Length == 1
            ? $"s'({source.Tensor.Name})"
            : MathPrinter.Print(op.Arguments.Aggregate(inOutput, (e, argument) => e.Replace(argument.Variable, new Variable(argument.Tensor.Name))));
        string formula = $"{ds.Name} = {dr.Name} * {slope}";
        string note = formula + (ds.Memory == dr.Memory ? ", in place" : "")
            + (op.Arguments.Length == 1 ? $"; s' = {MathPrinter.Print(inOutput)}" : "");
        List<Operation> operations = IsOfInputs(source.Tensor) ? _inputGradient : _operations;
        operations.Add(new Map(op.Layer, ds, arguments.ToImmutableArray(), gradient * inOutput, formula, note));

        // The padding of what the forward pass has left comes from that of the parameters.
        bool readsForward = inOutput.Contains(source.Variable) || inOutput.Contains(ActivationFunction.A);
        if (readsForward && !ds.IsDense && _memory.HasPadding(ds))
            operations.Add(new ClearPadding(op.Layer, ds));
    }

    /// <summary>C = A B + b: dB = A^T dC and db = the column sums of dC, over the whole batch; dA = dC B^T.</summary>
    private void OfProduct(Product op)
    {
        Tensor dc = _gradients[op.Result.Name];
        _operations.Add(new Product(
            op.Layer, ParameterGradient(op.Right), op.Left, TransposeLeft: true, dc, Start: null, Panel: null, Accumulate: true));
        if (op.Start is { } bias)
            _operations.Add(new ColumnSum(op.Layer, ParameterGradient(bias), dc));

        if (op.Left.Storage == Storage.Inputs)
        {
            OfInputs(op, dc);
            return;
        }

        Tensor da = Place(op.Left, inPlaceOf: null);
        (IsOfInputs(op.Left) ? _inputGradient : _operations).Add(new Product(
            op.Layer, da, dc, TransposeLeft: false, op.Right, Start: null, Panel: _memory.Panel, Accumulate: false));
    }

    /// <summary>dx = dz W^T into the caller's rows: directly where they hold whole vectors, else by way of padded ones.</summary>
    private void OfInputs(Product op, Tensor dc)
    {
        Tensor dx = InputGradientOf(op.Left);
        bool direct = _memory.Padded(dx.Columns) == dx.Columns;
        Tensor product = direct ? dx : _memory.Rows("dxPadded", dx.Columns);
        _inputGradient.Add(new Product(
            op.Layer, product, dc, TransposeLeft: false, op.Right, Start: null, Panel: _memory.Panel, Accumulate: false));
        if (!direct)
        {
            _inputGradient.Add(new Map(
                op.Layer, dx, [new Argument(ActivationFunction.Z, product)], ActivationFunction.Z, "",
                "The caller's rows have no padding."));
        }
    }

    private static Tensor InputGradientOf(Tensor inputs) =>
        new("dx", "dx", Storage.InputGradients, Tensor.Batch, inputs.Columns, inputs.Columns, 0);

    /// <summary>The gradient tensor of a tensor, in the memory of another or in its own.</summary>
    private Tensor Place(Tensor tensor, Tensor? inPlaceOf)
    {
        string name = "d" + tensor.Name;
        Tensor gradient = inPlaceOf?.Renamed(name) ?? _memory.Rows(name, tensor.Columns);
        _gradients.Add(tensor.Name, gradient);
        return gradient;
    }

    private static Tensor ParameterGradient(Tensor parameter) =>
        parameter with { Name = "d" + parameter.Name, Memory = "d" + parameter.Memory, Storage = Storage.Gradients };
}

/// <summary>What <see cref="ReverseMode"/> makes of a forward program.</summary>
/// <param name="Loss">The loss together with the gradient of the last layer's result.</param>
/// <param name="Operations">The layers, last one first.</param>
/// <param name="InputGradient">The gradient of the network's inputs.</param>
internal sealed record BackwardProgram(
    ImmutableArray<Operation> Loss, ImmutableArray<Operation> Operations, ImmutableArray<Operation> InputGradient)
{
    /// <summary>That of a network which is not trained.</summary>
    public static BackwardProgram Nothing { get; } = new([], [], []);
}
