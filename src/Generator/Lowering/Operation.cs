using System.Collections.Immutable;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Lowering;

/// <summary>
/// One step of a network on tensors. A layer's lowering is a list of these; Differentiation has an adjoint rule and
/// Emission a loop nest for each kind.
/// </summary>
/// <param name="Layer">The layer it belongs to, from 1.</param>
internal abstract record Operation(int Layer);

/// <summary>Result = Start + Left Right, either factor transposed where asked.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Result">The product.</param>
/// <param name="Left">The left factor.</param>
/// <param name="TransposeLeft">Whether the left factor is transposed: then the sum runs over the batch.</param>
/// <param name="Right">The right factor, a parameter or a batch.</param>
/// <param name="Start">What the sums start from: a bias row, or null for zero.</param>
/// <param name="Panel">Where the right factor has to be transposed, scratch for a panel of it.</param>
/// <param name="Accumulate">Whether the products of all blocks of a batch add up in the result: it is the gradient of a weight.</param>
internal sealed record Product(
    int Layer, Tensor Result, Tensor Left, bool TransposeLeft, Tensor Right, Tensor? Start, Tensor? Panel, bool Accumulate)
    : Operation(Layer)
{
    public bool TransposeRight => Panel is not null;
}

/// <summary>Result = sum of the rows of the source; over all blocks of a batch.</summary>
internal sealed record ColumnSum(int Layer, Tensor Result, Tensor Source) : Operation(Layer);

/// <summary>Result = expression, element by element; the result may share memory with an argument.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Result">The result.</param>
/// <param name="Arguments">Which tensor each variable stands for.</param>
/// <param name="Expression">The expression of one element.</param>
/// <param name="Short">The formula of the whole, for summaries.</param>
/// <param name="Note">The formula as it is computed, for the comment.</param>
internal sealed record Map(int Layer, Tensor Result, ImmutableArray<Argument> Arguments, Expr Expression, string Short, string Note)
    : Operation(Layer);

/// <summary>The tensor that a variable of an expression stands for.</summary>
internal sealed record Argument(Variable Variable, Tensor Tensor);

/// <summary>Result = the largest of the pieces of a row, which stand side by side in the source.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Result">The largest numbers.</param>
/// <param name="Source">The pieces.</param>
/// <param name="Pieces">The number of pieces.</param>
internal sealed record Maxout(int Layer, Tensor Result, Tensor Source, int Pieces) : Operation(Layer);

/// <summary>The adjoint of maxout: the gradient goes to the piece that was the largest, the first of equals; it overwrites the source.</summary>
internal sealed record MaxoutAdjoint(int Layer, Tensor Result, Tensor Source, Tensor OutputGradient, int Pieces) : Operation(Layer);

/// <summary>A mask of dropout: zeros at random, and elsewhere 65536 / keep.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Result">The mask.</param>
/// <param name="Keep">Of 65536 numbers so many stay, on average.</param>
internal sealed record DropoutMask(int Layer, Tensor Result, int Keep) : Operation(Layer);

/// <summary>Zeros behind the columns of the result. What parameters have in their padding is the user's, so it may be anything; it must count in no gradient.</summary>
internal sealed record ClearPadding(int Layer, Tensor Result) : Operation(Layer);

/// <summary>Each row of the result is the softmax of a row of the source.</summary>
internal sealed record Softmax(int Layer, Tensor Result, Tensor Source) : Operation(Layer);

/// <summary>The adjoint of softmax: dz = y (dy - sum of dy y), row by row; the result overwrites dy.</summary>
internal sealed record SoftmaxAdjoint(int Layer, Tensor Result, Tensor Output, Tensor OutputGradient) : Operation(Layer);

/// <summary>A loss that is a sum over the outputs, with its gradient once it has been differentiated.</summary>
/// <param name="Layer">The last layer.</param>
/// <param name="Arguments">What the variables of the expressions stand for: the source and the target.</param>
/// <param name="Locals">Definitions that come before, such as y = sigmoid(z).</param>
/// <param name="Value">The loss of one output.</param>
/// <param name="MeanOverOutputs">Whether it is a mean over outputs too.</param>
/// <param name="Result">Where the gradient goes, or null.</param>
/// <param name="Gradient">The derivative by the source, or null.</param>
internal sealed record ElementwiseLoss(
    int Layer, ImmutableArray<Argument> Arguments, ImmutableArray<(string Name, Expr Expression)> Locals, Expr Value, bool MeanOverOutputs,
    Tensor? Result = null, Expr? Gradient = null) : Operation(Layer)
{
    /// <summary>The tensor that the loss is a function of.</summary>
    public Tensor Source => Arguments[0].Tensor;

    public Tensor Target => Arguments[1].Tensor;
}

/// <summary>Softmax and cross-entropy as one function of the logits: -sum d log y; its gradient is sum(d) y - d.</summary>
internal sealed record SoftmaxCrossEntropy(int Layer, Tensor Logits, Tensor Target, Tensor? Result = null) : Operation(Layer);
