namespace GenNet;

/// <summary>What the targets of a network are.</summary>
#if GENNET_GENERATOR
internal
#else
public
#endif
enum Targets
{
    /// <summary>As many numbers as there are outputs.</summary>
    Outputs,

    /// <summary>
    /// Of a classifier, the number of the class, from 0: one number for each sample, or for each step of a sequence. Where it is below 0 there is no target: such a
    /// sample or step has no part in the loss, which is the mean over the others.
    /// </summary>
    Classes,
}
