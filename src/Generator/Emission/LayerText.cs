using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;

namespace GenNet.Generator.Emission;

/// <summary>The formulas of the layers, as the summaries of their methods.</summary>
internal sealed class LayerText(NetworkProgram program)
{
    /// <summary>What the sum of the losses of so many rows is divided by, as C#.</summary>
    public string LossTerms(string rows) => LossFunction.IsMeanOverOutputs(program.Model.Loss) && program.Model.Outputs > 1
        ? $"({rows} * {program.Model.Outputs}.0)"
        : rows;

    public ImmutableArray<string> Forward(LayerProgram layer) =>
        Summary($"Layer {layer.Number}, forward{(layer.IsForTraining ? " in training" : "")}: {Formulas(layer.Forward)}.");

    public ImmutableArray<string> Gradients(LayerProgram layer) =>
        Summary($"Layer {layer.Number}, the gradients of its parameters: {Formulas(layer.Gradients)}.");

    public ImmutableArray<string> Backward(LayerProgram layer)
    {
        ImmutableArray<string> summary = Summary($"Layer {layer.Number}, backward: {Formulas(layer.Backward)}.");
        return layer.Input.Storage != Storage.Inputs ? summary : summary.Add("<remarks>x is the input of the network, so no dx is computed here.</remarks>");
    }

    /// <summary>Both in one, where they are not methods.</summary>
    public ImmutableArray<string> BackwardAndGradients(LayerProgram layer) =>
        Summary($"Layer {layer.Number}, backward: {Formulas(layer.Backward.Concat(layer.Gradients))}.");

    public ImmutableArray<string> InputGradient(LayerProgram layer) =>
        Summary($"The gradient of the network's inputs: {Formulas(layer.InputGradient)}.");

    public ImmutableArray<string> Output() => Summary($"The outputs: {Formulas(program.Output)}.");

    public ImmutableArray<string> Loss()
    {
        (Tensor source, Tensor gradient, string formula) = LossGradient();
        string place = gradient.Memory == source.Memory ? $", over {source.Name}" : "";
        return
        [
            $"<summary>The sum of the losses ({NetworkText.Spoken(program.Model.Loss)}) of the rows; {gradient.Name} = scale * ({Xml(formula)}){place}.</summary>",
        ];
    }

    /// <summary>The comment of the loss of one sample.</summary>
    public string LossOfSample()
    {
        (_, Tensor gradient, string formula) = LossGradient();
        return $"The loss ({NetworkText.Spoken(program.Model.Loss)}): {gradient.Name} = weight * ({formula}).";
    }

    private (Tensor Source, Tensor Gradient, string Formula) LossGradient() => program.Loss.Last() switch
    {
        ElementwiseLoss op => (op.Source, op.Result!, Formula(op.Gradient!, op.Arguments)),
        SoftmaxCrossEntropy op => (op.Logits, op.Result!, $"sum({op.Target.Name}) softmax({op.Logits.Name}) - {op.Target.Name}"),
        var op => throw new System.InvalidOperationException($"{op.GetType().Name} is no loss."),
    };

    /// <summary>An expression with the names of the tensors that its variables stand for.</summary>
    private static string Formula(Expr expression, ImmutableArray<Argument> arguments) =>
        MathPrinter.Print(arguments.Aggregate(expression, (e, a) => e.Replace(a.Variable, new Variable(a.Tensor.Name))));

    public static void Write(CodeWriter w, ImmutableArray<string> lines)
    {
        foreach (string line in lines)
            w.Line("/// " + line);
    }

    private static ImmutableArray<string> Summary(string text) => [$"<summary>{Xml(text)}</summary>"];

    private string Formulas(IEnumerable<Operation> operations) => string.Join("; ", operations.Select(Formula).Where(text => text.Length > 0));

    private string Formula(Operation operation) => operation switch
    {
        Product { TransposeLeft: true } op => $"{op.Result.Name} += {op.Left.Name}^T {op.Right.Name} [{op.Result.Rows} x {op.Result.Columns}]",
        Product { TransposeRight: true } op => $"{op.Result.Name} = {op.Left.Name} {op.Right.Name}^T [rows x {op.Result.Columns}]",
        Product op => $"{op.Result.Name} = {op.Left.Name} {op.Right.Name}{(op.Start is null ? "" : " + " + op.Start.Name)} [rows x {op.Result.Columns}]",
        ColumnSum op => $"{op.Result.Name} += sum of {op.Source.Name} [{op.Result.Columns}]",
        Map op => op.Short,
        Softmax op => $"{op.Result.Name} = softmax({op.Source.Name}) [rows x {op.Result.Columns}]",
        Maxout op => $"{op.Result.Name} = max over the {op.Pieces} pieces of {op.Source.Name} [rows x {op.Result.Columns}]",
        MaxoutAdjoint op => $"{op.Result.Name} = {op.OutputGradient.Name} where {op.Source.Name} is the largest of its pieces",
        DropoutMask op => $"{op.Result.Name} random",
        SoftmaxAdjoint op => $"{op.Result.Name} = {op.Output.Name} * ({op.OutputGradient.Name} - sum of {op.OutputGradient.Name} * {op.Output.Name})",
        _ => "",
    };

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
