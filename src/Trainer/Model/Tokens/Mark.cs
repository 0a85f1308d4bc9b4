namespace HpcVerify.Trainer.Model.Tokens;

/// <summary>Tokens that stand for the structure around text. No text is ever read as one of them, whatever it spells.</summary>
public enum Mark
{
    /// <summary>Begins every sequence.</summary>
    Begin,

    /// <summary>Ends a response.</summary>
    End,

    /// <summary>What follows is asked.</summary>
    Prompt,

    /// <summary>Separates what a prompt is made of: a specification, a parent, feedback.</summary>
    Part,

    /// <summary>What follows is answered.</summary>
    Response,
}
