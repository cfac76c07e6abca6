namespace GenNet.Generator.Graphs;

/// <summary>Whose a value is.</summary>
internal enum ValueKind
{
    /// <summary>What an operation computes, for each sample.</summary>
    Intermediate,

    /// <summary>What an operation computes for all rows of a block together: one row.</summary>
    Block,

    /// <summary>The caller's inputs.</summary>
    Input,

    /// <summary>The caller's targets.</summary>
    Target,

    /// <summary>The outputs, which the caller reads.</summary>
    Output,

    /// <summary>d loss / d inputs, which the caller reads.</summary>
    InputGradient,

    /// <summary>The gradient of the outputs that the caller gives where the loss is the caller's own.</summary>
    OutputGradient,

    /// <summary>States of recurrent layers that the caller carries from batch to batch.</summary>
    Carried,

    /// <summary>Weights and biases: one for all samples.</summary>
    Parameter,

    /// <summary>Running statistics: they stand among the parameters, and no gradient flows to them.</summary>
    State,

    /// <summary>The gradient of a parameter, summed over the batch; in the place of state, what a batch gives to it.</summary>
    ParameterGradient,
}
