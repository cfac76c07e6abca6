namespace GenNet;

/// <summary>Which steps of a sequence a recurrent layer gives to the next one.</summary>
#if GENNET_GENERATOR
internal
#else
public
#endif
enum Steps
{
    /// <summary>The last one: [hidden].</summary>
    Last,

    /// <summary>All: [steps, hidden].</summary>
    All,
}
