/* Names, one line after another; a line that begins with # says where those after it are from. */
export default `
# Surnames that are often said without a first name.
abbott abdi adebayo adeleke adeyemi afolabi agyeman ahmed akhtar alam allen amoah anderson appiah arshad asante ashraf aslam awan aziz baig
bano barnes barrett begum bennett bhatt bhatti boateng bibi campbell chapman chaudhry chen chowdhury clarke collins cooper cunningham davies
davis dhillon diallo doherty donnelly dosanjh duffy edwards evans farooq fernandes fernandez ferreira fitzgerald fletcher gallagher gibson
gill gonzalez goncalves graham grewal griffiths gupta hassan henderson hossain huang hughes hussain ibrahim iqbal islam jackson jenkins
jimenez johnson johnston jones joshi kaczmarek kapoor kaur kelly kennedy khan khatun kowalczyk kowalski kumar kaminska kaminski lewandowska
lewandowski lewis llewellyn lopez macdonald mahmood malik marshall martinez mccarthy mcdonald mckenzie mehta mensah miah mistry mitchell
moore murphy nair nguyen nowak nwosu obi ochieng obrien oconnor oneill oreilly obrien oconnor oneill oreilly okafor okeke okoro okoye
oliveira onyango osei owusu oyelaran pandey parmar patel pereira phillips popa popescu quinn rahman ramirez rashid reddy reid reilly ribeiro
richardson robertson robinson rodrigues rodriguez rogers rossi ryan sahota sandhu sanchez santos sesay shah shaikh sharma sheikh siddiqui
sidhu silva simpson singh sithole smith sousa stewart sullivan taylor thapa thomas thompson thomson tran uddin vasquez walsh watson
wilkinson williams williamson wilson wisniewski wojcik wozniak yilmaz yusuf zhang zhao zielinski
`;
