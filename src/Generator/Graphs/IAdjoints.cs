using GenNet.Generator.Model;

namespace GenNet.Generator.Graphs;

/// <summary>The backward program as it grows, to the operation that is being differentiated.</summary>
internal interface IAdjoints
{
    /// <summary>The gradient of the operation's result, complete: all that read the result have been differentiated.</summary>
    Value GradientOf(Operation operation);

    /// <summary>Whether a gradient of a value is of use: it depends on parameters or on the network's inputs.</summary>
    bool Wants(Value value);

    /// <summary>A new value for what flows back to a value through an operation.</summary>
    Value Flow(Value value, Operation through);

    /// <summary>The same, of another shape than the value: where of its numbers only some have a gradient that anybody asks for.</summary>
    Value Flow(Value value, Operation through, Shape shape);

    /// <summary>States that what flows back to a value through an operation is a gradient that there is already.</summary>
    void Flow(Value value, Value gradient);

    /// <summary>The gradient of a parameter.</summary>
    Value GradientOf(Value parameter);

    /// <summary>Appends an operation that computes what flows back to a value.</summary>
    /// <param name="value">The value, which decides when it is computed: the gradient of the network's inputs only where it is asked for.</param>
    /// <param name="operation">The operation.</param>
    void Add(Value value, Operation operation);
}
